/// Access tokens and the keys that sign them.
@NullMarked
package dev.keyrack.server.token;

import org.jspecify.annotations.NullMarked;
