package dev.keyrack.server.sync;

import dev.keyrack.contract.sync.Change;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.server.persistence.Json;
import dev.keyrack.server.persistence.Transaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Writes the change feed: numbers without a gap within each scope, given out by a counter row at the end of the
/// transaction of the changes themselves, so that no reader can pass a number that becomes visible later.
///
/// A transaction that writes to several scopes names them in one order everywhere (catalog, cells, bookings).
public final class ChangeFeed implements Transaction.Deferred<ChangeFeed.Told> {

    /// The scope of everything that is sold.
    public static final String CATALOG = "tenant:catalog";

    private static final int SCHEMA = 1;
    private static final int BATCH = 1_000;
    private static final int LOOKUP = 256;
    private static final String WANTED = "(cast(? as varchar(200)))";

    /// The scope of a site's cells.
    public static String availabilityScope(SiteId site) {
        return "prop:" + site + ":avail";
    }

    /// The scope of a site's bookings.
    public static String operationsScope(SiteId site) {
        return "prop:" + site + ":ops";
    }

    private record Head(long number, long checksum) {}

    /// A change that is to be written.
    public record Told(String scope, Changed record, Change.Operation op) {}

    private record Key(String type, String id) implements Comparable<Key> {

        static Key of(Changed record) {
            return new Key(record.type(), record.id());
        }

        @Override
        public int compareTo(Key other) {
            int byType = type.compareTo(other.type);
            return byType == 0 ? id.compareTo(other.id) : byType;
        }
    }

    /// The newest change of a record; `stored` if `feed_record` has a row of it.
    private record Newest(long seq, long version, boolean alive, boolean stored) {}

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
        Map<String, List<Told>> byScope = new TreeMap<>();
        news.forEach(told ->
                byScope.computeIfAbsent(told.scope(), _ -> new ArrayList<>()).add(told));
        byScope.forEach((scope, told) -> write(tx, scope, told));
    }

    private static void write(Transaction tx, String scope, List<Told> news) {
        Head head = head(tx, scope);
        long seq = head.number();
        long checksum = head.checksum();
        Map<Key, Newest> touched = head.number() == 0 ? new TreeMap<>() : newest(tx, scope, news);
        List<@Nullable Object[]> changes = new ArrayList<>();
        for (Told told : news) {
            Changed record = told.record();
            boolean alive = told.op() == Change.Operation.PUT;
            Key key = Key.of(record);
            Newest before = touched.get(key);
            if (before != null && before.alive()) {
                checksum -= Change.share(key.type(), key.id(), before.version());
            }
            if (alive) {
                checksum += Change.share(key.type(), key.id(), record.version());
            }
            touched.put(key, new Newest(++seq, record.version(), alive, before != null && before.stored()));
            String body = alive ? Json.write(record.body()) : null;
            changes.add(new Object[] {scope, seq, key.type(), key.id(), record.version(), told.op(), SCHEMA, body});
            if (changes.size() == BATCH) {
                insertAll(tx, changes);
                changes.clear();
            }
        }
        insertAll(tx, changes);
        keepNewest(tx, scope, touched);
        tx.update("update feed_scope set head = ?, checksum = ? where scope = ?", seq, checksum, scope);
    }

    private static void insertAll(Transaction tx, List<@Nullable Object[]> changes) {
        tx.updateAll(
                "insert into feed_change (scope, seq, type, record_id, version, op, schema_version, body)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                changes);
    }

    /// In the order of their keys, which the index likes best.
    private static void keepNewest(Transaction tx, String scope, Map<Key, Newest> touched) {
        List<@Nullable Object[]> inserts = new ArrayList<>();
        List<@Nullable Object[]> updates = new ArrayList<>();
        touched.forEach((key, newest) -> (newest.stored() ? updates : inserts)
                .add(new Object[] {newest.seq(), newest.version(), scope, key.type(), key.id()}));
        tx.updateAll("insert into feed_record (seq, version, scope, type, record_id) values (?, ?, ?, ?, ?)", inserts);
        tx.updateAll(
                "update feed_record set seq = ?, version = ? where scope = ? and type = ? and record_id = ?", updates);
    }

    private static Head head(Transaction tx, String scope) {
        Optional<Head> head = tx.find(
                "select head, checksum from feed_scope where scope = ?",
                row -> new Head(row.number("head"), row.number("checksum")),
                scope);
        if (head.isEmpty()) {
            tx.update("insert into feed_scope (scope, head, checksum) values (?, 0, 0)", scope);
        }
        return head.orElse(new Head(0, 0));
    }

    /// What was told last of each of these records, as far as anything was.
    private static Map<Key, Newest> newest(Transaction tx, String scope, List<Told> news) {
        Map<String, Set<String>> byType = new TreeMap<>();
        news.forEach(told -> byType.computeIfAbsent(told.record().type(), _ -> new TreeSet<>())
                .add(told.record().id()));
        Map<Key, Newest> found = new TreeMap<>();
        byType.forEach((type, ids) -> {
            List<String> all = List.copyOf(ids);
            for (int first = 0; first < all.size(); first += LOOKUP) {
                List<String> some = all.subList(first, Math.min(all.size(), first + LOOKUP));
                found.putAll(newest(tx, scope, type, some));
            }
        });
        return found;
    }

    private static Map<Key, Newest> newest(Transaction tx, String scope, String type, List<String> ids) {
        // of few lengths, so that the database knows most statements already
        int length = ids.size() == 1 ? 1 : Integer.highestOneBit(ids.size() - 1) * 2;
        List<Object> values = new ArrayList<>(ids);
        values.addAll(Collections.nCopies(length - ids.size(), ids.getLast()));
        values.addAll(List.of(scope, type));
        Map<Key, Newest> found = new HashMap<>();
        // a join, because H2 scans the whole type for a list of identifiers in the condition
        tx.list(
                "select r.record_id, r.seq, r.version, c.op from (values " + WANTED + (", " + WANTED).repeat(length - 1)
                        + ") w(id) join feed_record r on r.scope = ? and r.type = ? and r.record_id = w.id"
                        + " join feed_change c on c.scope = r.scope and c.seq = r.seq",
                row -> found.put(
                        new Key(type, row.text("record_id")),
                        new Newest(
                                row.number("seq"),
                                row.number("version"),
                                row.text("op").equals("PUT"),
                                true)),
                values.toArray());
        return found;
    }
}
