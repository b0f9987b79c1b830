/// What happens to a promise on the day: check-in, check-out, no-show, and who gets which unit.
@NullMarked
package dev.keyrack.server.stay;

import org.jspecify.annotations.NullMarked;
