/// Guests of a site across their bookings.
@NullMarked
package dev.keyrack.contract.guest;

import org.jspecify.annotations.NullMarked;
