/// Selling a stay to somebody at the desk or on the telephone, and the forms and words that such a sale shares with the
/// booking's pane.
@NullMarked
package dev.keyrack.desktop.sale;

import org.jspecify.annotations.NullMarked;
