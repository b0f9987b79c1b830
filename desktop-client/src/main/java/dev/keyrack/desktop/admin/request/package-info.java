/// Bookings that wait for the provider's yes or no.
@NullMarked
package dev.keyrack.desktop.admin.request;

import org.jspecify.annotations.NullMarked;
