/// The change feed: dense numbers per scope, snapshots and pokes.
@NullMarked
package dev.keyrack.server.sync;

import org.jspecify.annotations.NullMarked;
