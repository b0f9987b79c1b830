/// What the tests of the whole server share: a client that says what it wants in a line, a site to sell, and a server
/// in a process of its own.
@NullMarked
package dev.keyrack.server.rig;

import org.jspecify.annotations.NullMarked;
