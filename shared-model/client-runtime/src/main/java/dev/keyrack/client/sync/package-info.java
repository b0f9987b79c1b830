/// Keeps the local copy equal to the server's feed.
@NullMarked
package dev.keyrack.client.sync;

import org.jspecify.annotations.NullMarked;
