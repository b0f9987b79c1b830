/// What the provider's screens share: spans of days, figures, and the server's refusals in our own words.
@NullMarked
package dev.keyrack.desktop.admin;

import org.jspecify.annotations.NullMarked;
