package dev.keyrack.server.notice;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.server.persistence.Json;
import dev.keyrack.server.persistence.Transaction;
import java.time.Clock;

/// Notices that are to be sent, written in the transaction of what they tell about.
public final class Outbox {

    private final Clock clock;
    private final OutboxStore store = new OutboxStore();

    public Outbox(Clock clock) {
        this.clock = clock;
    }

    /// What a notice needs to know, whole, so that it can be written after the booking has changed again.
    record Payload(Booking booking, Site site) {}

    public void add(Transaction tx, NoticeKind kind, Booking booking, Site site) {
        String payload = Json.write(new Payload(booking, site));
        store.insert(tx, booking.bookingId().value(), kind, payload, clock.instant());
    }
}
