package dev.keyrack.server.verification;

import dev.keyrack.contract.sync.Change;
import dev.keyrack.server.persistence.Row;
import dev.keyrack.server.persistence.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Checks that the change feed lost nothing and tells what is stored.
final class FeedVerification {

    private FeedVerification() {}

    static Verification.Check dense(Transaction tx) {
        List<String> faults = new ArrayList<>(tx.list(
                "select s.scope, s.head, coalesce(c.total, 0) as total, coalesce(c.first, 0) as first,"
                        + " coalesce(c.last, 0) as last from feed_scope s left join (select scope, count(*) as total,"
                        + " min(seq) as first, max(seq) as last from feed_change group by scope) c on c.scope = s.scope"
                        + " where coalesce(c.total, 0) <> s.head or coalesce(c.last, 0) <> s.head"
                        + " or coalesce(c.first, 1) <> 1 order by s.scope",
                row -> "scope %s: head %d, but %d changes from %d to %d"
                        .formatted(
                                row.text("scope"),
                                row.number("head"),
                                row.number("total"),
                                row.number("first"),
                                row.number("last"))));
        faults.addAll(tx.list(
                "select distinct scope from feed_change where scope not in (select scope from feed_scope)",
                row -> "scope " + row.text("scope") + ": no head"));
        return new Verification.Check("the feed is dense in each scope", Verification.count(tx, "feed_change"), faults);
    }

    static Verification.Check newest(Transaction tx) {
        Map<String, Long> newest = new HashMap<>();
        tx.list(
                "select scope, type, record_id, max(seq) as seq from feed_change group by scope, type, record_id",
                row -> newest.put(nameRecord(row), row.number("seq")));
        List<String> faults = new ArrayList<>();
        List<Boolean> records = tx.list(
                "select r.scope, r.type, r.record_id, r.seq, r.version, coalesce(c.version, -1) as told from feed_record r"
                        + " left join feed_change c on c.scope = r.scope and c.seq = r.seq order by r.scope, r.seq",
                row -> {
                    Long seq = newest.remove(nameRecord(row));
                    boolean agrees =
                            seq != null && seq == row.number("seq") && row.number("told") == row.number("version");
                    return agrees || faults.add(nameRecord(row) + ": not its newest change");
                });
        newest.keySet().forEach(record -> faults.add(record + ": changed, but no record"));
        return new Verification.Check("the feed's records are its newest changes", records.size(), faults);
    }

    private static String nameRecord(Row row) {
        return "scope %s: %s %s".formatted(row.text("scope"), row.text("type"), row.text("record_id"));
    }

    static Verification.Check checksum(Transaction tx) {
        Map<String, Long> sums = new HashMap<>();
        tx.list(
                "select r.scope, r.type, r.record_id, r.version from feed_record r join feed_change c"
                        + " on c.scope = r.scope and c.seq = r.seq where c.op = 'PUT'",
                row -> sums.merge(
                        row.text("scope"),
                        Change.share(row.text("type"), row.text("record_id"), row.number("version")),
                        Long::sum));
        List<String> faults = new ArrayList<>();
        List<Boolean> scopes = tx.list("select scope, checksum from feed_scope order by scope", row -> {
            long counted = sums.getOrDefault(row.text("scope"), 0L);
            return row.number("checksum") == counted
                    || faults.add("scope %s: checksum %d, counted %d"
                            .formatted(row.text("scope"), row.number("checksum"), counted));
        });
        return new Verification.Check("the feed's checksums", scopes.size(), faults);
    }

    static Verification.Check versions(Transaction tx) {
        List<String> faults = new ArrayList<>();
        for (String type : List.of("booking", "resource", "unit")) {
            faults.addAll(tx.list(
                    "select r.scope, r.type, r.record_id from feed_record r join " + type
                            + " t on t.id = r.record_id where r.type = ? and t.revision <> r.version",
                    FeedVerification::nameRecord,
                    type));
        }
        return new Verification.Check(
                "the feed tells the newest revisions",
                Verification.count(tx, "feed_record where type in ('booking', 'resource', 'unit')"),
                faults);
    }
}
