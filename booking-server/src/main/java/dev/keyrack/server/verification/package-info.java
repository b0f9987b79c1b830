/// Checks the server's promises on what is stored, apart from the engine that keeps them.
@NullMarked
package dev.keyrack.server.verification;

import org.jspecify.annotations.NullMarked;
