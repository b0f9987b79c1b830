package dev.keyrack.server.sync;

import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.sync.Change;
import dev.keyrack.contract.sync.ChangePage;
import dev.keyrack.contract.sync.SnapshotPage;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Json;
import dev.keyrack.server.persistence.Row;
import dev.keyrack.server.persistence.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads the feed: a snapshot to begin with, then changes for ever.
public final class SyncService {

    private static final int SNAPSHOT_ROWS = 500;
    private static final String EPOCH = "feed.epoch";

    private final Database database;
    private final FeedHeads heads;
    private final String epoch;

    public SyncService(Database database, FeedHeads heads) {
        this.database = database;
        this.heads = heads;
        epoch = database.write(tx -> findEpoch(tx));
    }

    /// A random name of this feed, kept with it: a cursor of another feed means nothing here.
    private static String findEpoch(Transaction tx) {
        return tx.find("select content from setting where name = ?", row -> row.text("content"), EPOCH)
                .orElseGet(() -> {
                    String made = UUID.randomUUID().toString();
                    tx.update("insert into setting (name, content) values (?, ?)", EPOCH, made);
                    return made;
                });
    }

    /// A place in a scope. As text it is opaque to clients.
    private record Cursor(String epoch, String scope, long seq) {

        String toText() {
            return encode(epoch + "|" + seq + "|" + scope);
        }

        static Cursor parse(String text) {
            String[] parts = decode(text).split("\\|", 3);
            if (parts.length != 3 || !isSeq(parts[1]) || !Scopes.exists(parts[2])) {
                throw resync("The cursor is malformed.");
            }
            return new Cursor(parts[0], parts[2], Long.parseLong(parts[1]));
        }
    }

    private static boolean isSeq(String text) {
        return text.matches("[0-9]{1,18}");
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw resync("The cursor is malformed.");
        }
    }

    private static ProblemException resync(String detail) {
        return new ProblemException(ProblemType.RESYNC, detail);
    }

    private record Head(long number, long checksum) {}

    private static Head head(Transaction tx, String scope) {
        return tx.find(
                        "select head, checksum from feed_scope where scope = ?",
                        row -> new Head(row.number("head"), row.number("checksum")),
                        scope)
                .orElse(new Head(0, 0));
    }

    /// A page of what is alive in a scope. The first page fixes the head, from which the changes go on.
    SnapshotPage snapshot(Caller caller, String scope, @Nullable String page) {
        Scopes.require(caller, scope);
        return database.read(tx ->
                page == null ? pageAfter(tx, scope, head(tx, scope).number(), "", "") : nextPage(tx, scope, page));
    }

    private SnapshotPage nextPage(Transaction tx, String scope, String page) {
        String[] parts = decode(page).split("\\|", 5);
        if (parts.length != 5 || !parts[0].equals(epoch) || !parts[1].equals(scope) || !isSeq(parts[2])) {
            throw resync("The page is not of this feed.");
        }
        return pageAfter(tx, scope, Long.parseLong(parts[2]), parts[3], parts[4]);
    }

    private SnapshotPage pageAfter(Transaction tx, String scope, long begun, String type, String id) {
        List<Change> rows = tx.list(
                "select c.* from feed_record r join feed_change c on c.scope = r.scope and c.seq = r.seq"
                        + " where r.scope = ? and (r.type > ? or (r.type = ? and r.record_id > ?))"
                        + " order by r.type, r.record_id limit ?",
                SyncService::toChange,
                scope,
                type,
                type,
                id,
                SNAPSHOT_ROWS);
        String next = null;
        if (rows.size() == SNAPSHOT_ROWS) {
            Change last = rows.getLast();
            next = encode(epoch + "|" + scope + "|" + begun + "|" + last.type() + "|" + last.id());
        }
        List<Change> alive = rows.stream()
                .filter(row -> row.op() == Change.Operation.PUT)
                .map(row -> row.readAt(begun))
                .toList();
        return new SnapshotPage(alive, new Cursor(epoch, scope, begun).toText(), next);
    }

    /// Changes after a cursor; waits for the first one, up to so many seconds.
    ///
    /// @throws ProblemException RESYNC if the cursor is not one that this feed gave, or leads to what is gone
    ChangePage changes(Caller caller, String cursor, int limit, int waitSeconds) throws InterruptedException {
        Cursor after = Cursor.parse(cursor);
        Scopes.require(caller, after.scope());
        if (!after.epoch().equals(epoch)) {
            throw resync("The cursor is of another feed.");
        }
        ChangePage page = database.read(tx -> read(tx, after, limit));
        if (!page.changes().isEmpty() || waitSeconds == 0) {
            return page;
        }
        awaitMove(after, waitSeconds);
        return database.read(tx -> read(tx, after, limit));
    }

    private void awaitMove(Cursor after, int waitSeconds) throws InterruptedException {
        CountDownLatch moved = new CountDownLatch(1);
        Consumer<Map<String, Long>> listener = news -> {
            if (news.isEmpty() || news.getOrDefault(after.scope(), 0L) > after.seq()) {
                moved.countDown();
            }
        };
        heads.listen(listener);
        try {
            boolean already = database.read(tx -> head(tx, after.scope()).number()) > after.seq();
            if (!already) {
                var _ = moved.await(waitSeconds, TimeUnit.SECONDS);
            }
        } finally {
            heads.forget(listener);
        }
    }

    private ChangePage read(Transaction tx, Cursor after, int limit) {
        Head head = head(tx, after.scope());
        if (after.seq() > head.number()) {
            throw resync("The cursor is ahead of the feed.");
        }
        List<Change> changes = tx.list(
                "select * from feed_change where scope = ? and seq > ? and seq <= ? order by seq limit ?",
                SyncService::toChange,
                after.scope(),
                after.seq(),
                head.number(),
                limit);
        long first = changes.isEmpty() ? head.number() + 1 : changes.getFirst().seq();
        if (first != after.seq() + 1) {
            throw resync("The cursor is older than what the feed keeps.");
        }
        long reached = changes.isEmpty() ? after.seq() : changes.getLast().seq();
        return new ChangePage(
                changes, new Cursor(epoch, after.scope(), reached).toText(), reached == head.number(), head.checksum());
    }

    @SuppressWarnings("unchecked")
    private static Change toChange(Row row) {
        String body = row.textOrNull("body");
        return new Change(
                row.text("scope"),
                row.number("seq"),
                row.text("type"),
                row.text("record_id"),
                row.number("version"),
                row.constant("op", Change.Operation.class),
                row.integer("schema_version"),
                body == null ? null : Json.read(body, Map.class));
    }
}
