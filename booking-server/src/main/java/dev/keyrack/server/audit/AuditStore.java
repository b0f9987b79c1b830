package dev.keyrack.server.audit;

import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.audit.ChainRule.Head;
import dev.keyrack.server.persistence.Row;
import dev.keyrack.server.persistence.Table;
import dev.keyrack.server.persistence.Transaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The record's rows, and where their chain is.
final class AuditStore {

    private static final String NAME = "audit";
    private static final int PAGE = 5_000;
    private static final String COLUMNS =
            "seq, at, actor_id, action, subject_id, site_id, detail, value_before, value_after, times, hash";

    private static final Table<String, Head> HEADS = Table.of(
            "audit_head",
            "name",
            "seq, hash",
            "seq",
            head -> new Object[] {NAME, head.seq(), head.hash()},
            AuditStore::toHead);

    Head head(Transaction tx) {
        return tx.get(HEADS, NAME).orElseThrow(() -> new IllegalStateException("the audit record has no head"));
    }

    /// Where the chain began.
    Head begun(Transaction tx) {
        return tx.find(
                        "select begun from audit_head where name = ?",
                        row -> new Head(row.number("begun"), ChainRule.BEGINNING),
                        NAME)
                .orElseThrow(() -> new IllegalStateException("the audit record has no head"));
    }

    /// Adds the next entries of the chain.
    void append(Transaction tx, List<AuditEntry> entries) {
        Head head = head(tx);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (AuditEntry entry : entries) {
            head = ChainRule.after(head, entry);
            Act act = entry.act();
            rows.add(new @Nullable Object[] {
                entry.seq(),
                entry.at(),
                entry.actor(),
                act.action(),
                act.subjectId(),
                act.siteId(),
                act.detail(),
                act.before(),
                act.after(),
                act.times(),
                head.hash()
            });
        }
        tx.updateAll("insert into audit_entry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
        tx.put(HEADS, NAME, head);
    }

    /// What was done to any of these, the oldest first; not who looked at them.
    List<AuditEntry> listOf(Transaction tx, List<String> subjectIds) {
        if (subjectIds.isEmpty()) {
            return List.of();
        }
        return tx.list(
                "select " + COLUMNS + " from audit_entry where subject_id in ("
                        + String.join(", ", Collections.nCopies(subjectIds.size(), "?"))
                        + ") and action not like 'access.%' order by seq",
                AuditStore::toEntry,
                subjectIds.toArray());
    }

    /// The newest first.
    List<AuditEntry> list(Transaction tx, AuditCriteria criteria) {
        List<Object> values = new ArrayList<>();
        return tx.list(
                "select " + COLUMNS + " from audit_entry where " + criteria.where(values) + " order by seq desc limit "
                        + criteria.limit(),
                AuditStore::toEntry,
                values.toArray());
    }

    /// Those with a number above `after` and up to `last` that tell of one of these actions, the oldest first.
    List<AuditEntry> list(Transaction tx, long after, long last, List<String> actions) {
        List<Object> values = new ArrayList<>(List.of(after, last));
        values.addAll(actions);
        return tx.list(
                "select " + COLUMNS + " from audit_entry where seq > ? and seq <= ? and action in ("
                        + String.join(", ", Collections.nCopies(actions.size(), "?")) + ") order by seq",
                AuditStore::toEntry,
                values.toArray());
    }

    /// The hash of one row of the chain.
    Optional<String> findHash(Transaction tx, long seq) {
        return tx.find("select hash from audit_entry where seq = ? and hash is not null", row -> row.text("hash"), seq);
    }

    /// Takes a walk along the whole chain.
    void walk(Transaction tx, ChainWalk walk) {
        long last = begun(tx).seq();
        for (boolean more = true; more; ) {
            List<Long> passed = tx.list(
                    "select " + COLUMNS + " from audit_entry where seq > ? order by seq limit " + PAGE,
                    row -> {
                        walk.pass(toEntry(row), row.textOrNull("hash"));
                        return row.number("seq");
                    },
                    last);
            more = passed.size() == PAGE;
            last = more ? passed.getLast() : last;
        }
    }

    private static Head toHead(Row row) {
        return new Head(row.number("seq"), row.text("hash"));
    }

    private static AuditEntry toEntry(Row row) {
        String site = row.textOrNull("site_id");
        return new AuditEntry(
                row.number("seq"),
                row.instant("at"),
                new UserId(row.text("actor_id")),
                new Act(
                        row.text("action"),
                        row.text("subject_id"),
                        site == null ? null : new SiteId(site),
                        row.text("detail"),
                        row.textOrNull("value_before"),
                        row.textOrNull("value_after"),
                        row.integer("times")));
    }
}
