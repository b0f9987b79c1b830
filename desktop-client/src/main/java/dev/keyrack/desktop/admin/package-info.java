/// What the provider's screens share: fields with their fault beside them, and the server's refusals in our own words.
@NullMarked
package dev.keyrack.desktop.admin;

import org.jspecify.annotations.NullMarked;
