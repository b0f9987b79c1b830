/// What happens to a booking at the desk and the kiosk: arrival, units, and the record of it.
@NullMarked
package dev.keyrack.contract.stay;

import org.jspecify.annotations.NullMarked;
