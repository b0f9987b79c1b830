/// What it costs, and the card terminal.
@NullMarked
package dev.keyrack.kiosk.payment;

import org.jspecify.annotations.NullMarked;
