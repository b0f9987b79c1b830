/// The second factor: codes by time, and codes for the day when the authenticator is lost.
@NullMarked
package dev.keyrack.server.factor;

import org.jspecify.annotations.NullMarked;
