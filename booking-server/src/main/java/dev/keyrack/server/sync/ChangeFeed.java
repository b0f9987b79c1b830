package dev.keyrack.server.sync;

import dev.keyrack.contract.sync.Change;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.server.persistence.Json;
import dev.keyrack.server.persistence.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes the change feed: numbers without a gap within each scope, given out by a counter row within the transaction
/// of
/// the change itself, so that no reader can pass a number that becomes visible later.
public final class ChangeFeed {

    /// The scope of everything that is sold.
    public static final String CATALOG = "tenant:catalog";

    private static final int SCHEMA = 1;

    /// The scope of a site's cells.
    public static String availabilityScope(SiteId site) {
        return "prop:" + site + ":avail";
    }

    /// The scope of a site's bookings.
    public static String operationsScope(SiteId site) {
        return "prop:" + site + ":ops";
    }

    private record Head(long number, long checksum) {}

    private record Newest(long seq, long version, Change.Operation op) {}

    /// Tells that a record is now as it is.
    public void put(Transaction tx, String scope, Changed record) {
        write(tx, scope, List.of(record), Change.Operation.PUT);
    }

    /// Tells of many records of one scope at once.
    public void putAll(Transaction tx, String scope, List<Changed> records) {
        write(tx, scope, records, Change.Operation.PUT);
    }

    /// Tells that a record is gone; its body is not written.
    public void delete(Transaction tx, String scope, Changed record) {
        write(tx, scope, List.of(record), Change.Operation.DEL);
    }

    private void write(Transaction tx, String scope, List<Changed> records, Change.Operation op) {
        if (records.isEmpty()) {
            return;
        }
        Head head = lockHead(tx, scope);
        long seq = head.number();
        long checksum = head.checksum();
        List<@Nullable Object[]> changes = new ArrayList<>();
        List<@Nullable Object[]> inserts = new ArrayList<>();
        List<@Nullable Object[]> updates = new ArrayList<>();
        for (Changed record : records) {
            seq++;
            Optional<Newest> before = newest(tx, scope, record);
            if (before.isPresent()) {
                checksum -= before.get().op() == Change.Operation.PUT
                        ? hash(record.type(), record.id(), before.get().version())
                        : 0;
                updates.add(new Object[] {seq, record.version(), scope, record.type(), record.id()});
            } else {
                inserts.add(new Object[] {scope, record.type(), record.id(), seq, record.version()});
            }
            boolean alive = op == Change.Operation.PUT;
            checksum += alive ? hash(record.type(), record.id(), record.version()) : 0;
            String body = alive ? Json.write(record.body()) : null;
            changes.add(
                    new Object[] {scope, seq, record.type(), record.id(), record.version(), op.name(), SCHEMA, body});
        }
        tx.updateAll(
                "insert into feed_change (scope, seq, type, record_id, version, op, schema_version, body)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                changes);
        tx.updateAll("insert into feed_record (scope, type, record_id, seq, version) values (?, ?, ?, ?, ?)", inserts);
        tx.updateAll(
                "update feed_record set seq = ?, version = ? where scope = ? and type = ? and record_id = ?", updates);
        tx.update("update feed_scope set head = ?, checksum = ? where scope = ?", seq, checksum, scope);
    }

    private static Head lockHead(Transaction tx, String scope) {
        Optional<Head> head = tx.find(
                "select head, checksum from feed_scope where scope = ? for update",
                row -> new Head(row.number("head"), row.number("checksum")),
                scope);
        if (head.isEmpty()) {
            tx.update("insert into feed_scope (scope, head, checksum) values (?, 0, 0)", scope);
        }
        return head.orElse(new Head(0, 0));
    }

    private static Optional<Newest> newest(Transaction tx, String scope, Changed record) {
        return tx.find(
                "select r.seq, r.version, c.op from feed_record r join feed_change c on c.scope = r.scope and c.seq = r.seq"
                        + " where r.scope = ? and r.type = ? and r.record_id = ?",
                row -> new Newest(row.number("seq"), row.number("version"), row.constant("op", Change.Operation.class)),
                scope,
                record.type(),
                record.id());
    }

    /// The share of one living record in its scope's checksum: FNV-1a over type, id and version, 64 bits.
    public static long hash(String type, String id, long version) {
        long hash = 0xcbf29ce484222325L;
        for (byte octet : (type + "\n" + id + "\n" + version).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }
}
