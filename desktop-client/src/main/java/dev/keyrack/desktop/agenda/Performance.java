package dev.keyrack.desktop.agenda;

import dev.keyrack.client.sync.SiteCopy.Known;
import dev.keyrack.contract.catalog.Resource;
import java.time.Instant;
import java.util.List;

/// One performance of an event, and who comes.
///
/// @param taken seats held and booked together
record Performance(Resource event, Instant start, int capacity, int taken, List<Guest> guests) {

    /// Somebody who comes.
    record Guest(Known known) {}

    int free() {
        return Math.max(0, capacity - taken);
    }

    boolean isSame(Performance other) {
        return event.id().equals(other.event.id()) && start.equals(other.start);
    }
}
