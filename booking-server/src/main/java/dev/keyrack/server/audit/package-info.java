/// Who did what.
@NullMarked
package dev.keyrack.server.audit;

import org.jspecify.annotations.NullMarked;
