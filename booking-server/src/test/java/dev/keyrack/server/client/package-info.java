/// The real client at work against the real server.
@NullMarked
package dev.keyrack.server.client;

import org.jspecify.annotations.NullMarked;
