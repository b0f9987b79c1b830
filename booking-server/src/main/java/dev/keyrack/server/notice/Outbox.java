package dev.keyrack.server.notice;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.server.persistence.Json;
import dev.keyrack.server.persistence.Transaction;
import java.time.Clock;
import java.util.UUID;

/// Notices that are to be sent, written in the transaction of what they tell about.
public final class Outbox {

    private final Clock clock;

    public Outbox(Clock clock) {
        this.clock = clock;
    }

    /// What a notice needs to know, whole, so that it can be written after the booking has changed again.
    record Payload(Booking booking, Site site) {}

    public void add(Transaction tx, NoticeKind kind, Booking booking, Site site) {
        tx.update(
                "insert into outbox (id, kind, payload, next_attempt_at) values (?, ?, ?, ?)",
                UUID.randomUUID(),
                kind,
                Json.write(new Payload(booking, site)),
                clock.instant());
    }
}
