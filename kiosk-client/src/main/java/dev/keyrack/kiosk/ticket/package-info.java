/// What the guest takes along.
@NullMarked
package dev.keyrack.kiosk.ticket;

import org.jspecify.annotations.NullMarked;
