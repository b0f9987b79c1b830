package dev.keyrack.server.notice;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.value.Identifiers;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.persistence.Json;
import dev.keyrack.server.persistence.Transaction;
import java.time.Clock;
import java.util.List;

/// Notices that are to be sent, written in the transaction of what they tell about.
public final class Outbox implements Transaction.Deferred<OutboxStore.Entry> {

    private final Clock clock;
    private final OutboxStore store = new OutboxStore();

    public Outbox(Clock clock) {
        this.clock = clock;
    }

    /// What a notice needs to know, whole, so that it can be written after the booking has changed again.
    record Payload(Booking booking, Site site) {}

    /// Adds a notice of what a booking is now; one of each revision.
    public void add(Transaction tx, NoticeKind kind, Booking booking, Site site) {
        tx.defer(this, OutboxStore.Entry.of(booking, kind, Json.write(new Payload(booking, site)), clock.instant()));
    }

    /// Adds a letter about an account.
    public void add(Transaction tx, UserId account, Letter letter) {
        String id = Identifiers.random("ltr_") + "-000001";
        store.insertLetter(tx, id, account, letter);
        tx.defer(this, new OutboxStore.Entry(id, Letter.KIND, Json.write(letter), 0, clock.instant()));
    }

    @Override
    public void write(Transaction tx, List<OutboxStore.Entry> entries) {
        store.insertAll(tx, entries);
    }
}
