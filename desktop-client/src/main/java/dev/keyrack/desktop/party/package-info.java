/// Guests as they are typed in and found again: the form that the sale and the booking's pane share.
@NullMarked
package dev.keyrack.desktop.party;

import org.jspecify.annotations.NullMarked;
