/// Cells, holds and units: the engine that never sells twice.
@NullMarked
package dev.keyrack.server.inventory;

import org.jspecify.annotations.NullMarked;
