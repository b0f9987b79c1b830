package dev.keyrack.server.sync;

import dev.keyrack.contract.sync.Change;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.server.persistence.Json;
import dev.keyrack.server.persistence.Table;
import dev.keyrack.server.persistence.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes the change feed: numbers without a gap within each scope, given out by a counter row at the end of the
/// transaction of the changes themselves, so that no reader can pass a number that becomes visible later.
///
/// A transaction that writes to several scopes names them in one order everywhere (catalog, cells, bookings).
public final class ChangeFeed implements Transaction.Deferred<ChangeFeed.Told> {

    /// The scope of everything that is sold.
    public static final String CATALOG = "tenant:catalog";

    private static final int SCHEMA = 1;

    private static final Table<String, Head> HEADS = Table.of(
            "feed_scope",
            "scope",
            "head, checksum",
            "head",
            head -> new Object[] {head.scope(), head.number(), head.checksum()},
            row -> new Head(row.text("scope"), row.number("head"), row.number("checksum")));

    private static final Table<Key, Newest> RECORDS = Table.of(
            "feed_record",
            "scope, type, record_id",
            "seq, version, alive",
            "seq",
            newest -> new Object[] {
                newest.key().scope(),
                newest.key().type(),
                newest.key().id(),
                newest.seq(),
                newest.version(),
                newest.alive()
            },
            row -> new Newest(
                    new Key(row.text("scope"), row.text("type"), row.text("record_id")),
                    row.number("seq"),
                    row.number("version"),
                    row.flag("alive")));

    /// The scope of a site's cells.
    public static String availabilityScope(SiteId site) {
        return "prop:" + site + ":avail";
    }

    /// The scope of a site's bookings.
    public static String operationsScope(SiteId site) {
        return "prop:" + site + ":ops";
    }

    private record Head(String scope, long number, long checksum) {}

    /// A change that is to be written.
    public record Told(String scope, Changed record, Change.Operation op) {

        private Key key() {
            return new Key(scope, record.type(), record.id());
        }

        private boolean alive() {
            return op == Change.Operation.PUT;
        }
    }

    private record Key(String scope, String type, String id) implements Table.Key {

        @Override
        public List<?> parts() {
            return List.of(scope, type, id);
        }
    }

    /// The newest change of a record.
    private record Newest(Key key, long seq, long version, boolean alive) {

        long share() {
            return alive ? Change.share(key.type(), key.id(), version) : 0;
        }
    }

    /// Tells that a record is now as it is.
    public void put(Transaction tx, String scope, Changed record) {
        tx.defer(this, new Told(scope, record, Change.Operation.PUT));
    }

    /// Tells of many records of one scope, in their order.
    public void putAll(Transaction tx, String scope, List<Changed> records) {
        records.forEach(record -> put(tx, scope, record));
    }

    /// Tells that a record is gone; its body is not written.
    public void delete(Transaction tx, String scope, Changed record) {
        tx.defer(this, new Told(scope, record, Change.Operation.DEL));
    }

    /// @see Change#share
    public static long hash(String type, String id, long version) {
        return Change.share(type, id, version);
    }

    @Override
    public void write(Transaction tx, List<Told> news) {
        Map<String, Map<Key, Told>> byScope = new TreeMap<>();
        // of each record what was told last
        news.forEach(told -> byScope.computeIfAbsent(told.scope(), _ -> new LinkedHashMap<>())
                .put(told.key(), told));
        byScope.forEach((scope, told) -> write(tx, scope, told));
    }

    private static void write(Transaction tx, String scope, Map<Key, Told> news) {
        Head head = tx.get(HEADS, scope).orElse(new Head(scope, 0, 0));
        tx.load(RECORDS, news.keySet());
        long seq = head.number();
        long checksum = head.checksum();
        List<@Nullable Object[]> changes = new ArrayList<>();
        for (Told told : news.values()) {
            Changed record = told.record();
            Newest newest = new Newest(told.key(), ++seq, record.version(), told.alive());
            checksum += newest.share()
                    - tx.get(RECORDS, told.key()).map(Newest::share).orElse(0L);
            tx.put(RECORDS, told.key(), newest);
            String body = told.alive() ? Json.write(record.body()) : null;
            changes.add(new @Nullable Object[] {
                scope, seq, record.type(), record.id(), record.version(), told.op(), SCHEMA, body
            });
        }
        tx.updateAll(
                "insert into feed_change (scope, seq, type, record_id, version, op, schema_version, body)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                changes);
        tx.put(HEADS, scope, new Head(scope, seq, checksum));
    }
}
