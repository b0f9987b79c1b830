/// A small JavaFX toolkit: view loading, texts, theme. It knows no word of booking.
@NullMarked
package dev.keyrack.fx;

import org.jspecify.annotations.NullMarked;
