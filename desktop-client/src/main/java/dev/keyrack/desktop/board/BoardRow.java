package dev.keyrack.desktop.board;

import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.UnitId;
import org.jspecify.annotations.Nullable;

/// A line of the board.
///
/// @param unit the unit of a [Kind#UNIT]
record BoardRow(
        Kind kind,
        String title,
        ResourceId resource,
        @Nullable UnitId unit) {

    /// What stands in the line.
    enum Kind {
        /// The name of a resource.
        RESOURCE,
        /// Stays that have no unit yet.
        UNASSIGNED,
        UNIT,
        /// A unit that cannot be given to anybody.
        CLOSED_UNIT
    }
}
