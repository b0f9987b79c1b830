package dev.keyrack.server.sync;

import dev.keyrack.contract.sync.Change;
import dev.keyrack.contract.sync.ChangePage;
import dev.keyrack.contract.sync.SnapshotPage;
import dev.keyrack.server.http.Caller;
import java.util.HashMap;
import java.util.Map;

/// A client copy of a scope, as a client would keep it.
final class FeedCopy {

    private final SyncService sync;
    private final String scope;
    private final Map<String, Change> known = new HashMap<>();
    private String cursor = "";

    FeedCopy(SyncService sync, String scope) {
        this.sync = sync;
        this.scope = scope;
    }

    /// Takes a whole snapshot; something else happens between its pages.
    void takeSnapshot(Runnable between) {
        SnapshotPage page = sync.snapshot(Caller.SYSTEM, scope, null);
        cursor = page.cursor();
        page.rows().forEach(this::apply);
        String next = page.nextPage();
        while (next != null) {
            between.run();
            page = sync.snapshot(Caller.SYSTEM, scope, next);
            page.rows().forEach(this::apply);
            next = page.nextPage();
        }
    }

    /// Follows the changes to the head.
    ///
    /// @return the last page
    ChangePage follow(int limit) throws InterruptedException {
        ChangePage page;
        do {
            page = sync.changes(Caller.SYSTEM, cursor, limit, 0);
            page.changes().forEach(this::apply);
            cursor = page.next();
        } while (!page.upToDate());
        return page;
    }

    private void apply(Change change) {
        known.merge(
                change.type() + "/" + change.id(), change, (old, news) -> news.version() > old.version() ? news : old);
    }

    /// What is alive: `type/id` to version.
    Map<String, Long> alive() {
        Map<String, Long> alive = new HashMap<>();
        known.forEach((key, change) -> {
            if (change.op() == Change.Operation.PUT) {
                alive.put(key, change.version());
            }
        });
        return alive;
    }

    long checksum() {
        return known.values().stream()
                .filter(change -> change.op() == Change.Operation.PUT)
                .mapToLong(change -> Change.share(change.type(), change.id(), change.version()))
                .sum();
    }
}
