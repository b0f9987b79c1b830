/// Plays a real booking history against a running server, and tells what the server made of it.
@NullMarked
package dev.keyrack.server.replay;

import org.jspecify.annotations.NullMarked;
