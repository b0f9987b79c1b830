/// Guests: who comes, across the bookings of a site, and how somebody with a ticket finds his own.
@NullMarked
package dev.keyrack.server.guest;

import org.jspecify.annotations.NullMarked;
