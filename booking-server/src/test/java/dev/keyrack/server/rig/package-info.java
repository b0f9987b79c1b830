/// What the tests of the whole server share: a client that says what it wants in a line, and a server in a process.
@NullMarked
package dev.keyrack.server.rig;

import org.jspecify.annotations.NullMarked;
