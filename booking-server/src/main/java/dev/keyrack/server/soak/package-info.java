/// Random work by many clients at once, and the check that what they were told can be true.
@NullMarked
package dev.keyrack.server.soak;

import org.jspecify.annotations.NullMarked;
