/// Sign-ins that stand: how they go on, how they are listed, and how they end.
@NullMarked
package dev.keyrack.server.session;

import org.jspecify.annotations.NullMarked;
