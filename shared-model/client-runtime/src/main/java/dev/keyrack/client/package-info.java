/// What every client needs and no screen: the connection to the server, and in time the local store and the sync.
@NullMarked
package dev.keyrack.client;

import org.jspecify.annotations.NullMarked;
