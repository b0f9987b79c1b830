package dev.keyrack.server.audit;

import dev.keyrack.server.audit.ChainRule.Head;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.persistence.Database;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down every second what was noted, and keeps the head of the record outside the database: every minute in the
/// data folder, every hour in the log. A head that does not fit the record is left as it is and reported.
public final class AuditJob implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditJob.class);
    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;

    private final Database database;
    private final AuditLog audit;
    private final HeadFile file;
    private final AuditStore store = new AuditStore();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean broken;
    private @Nullable Thread thread;

    /// @param folder the data folder
    public AuditJob(Database database, AuditLog audit, Path folder) {
        this.database = database;
        this.audit = audit;
        file = new HeadFile(folder);
    }

    public void start() {
        thread = Thread.ofPlatform().name("audit").daemon(true).start(this::run);
    }

    private void run() {
        try {
            for (long second = 0; !stopped.await(1, TimeUnit.SECONDS); second++) {
                work(second);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(long second) {
        try {
            audit.writeNoted(database);
            if (second % MINUTE == 0) {
                Head head = keepHead();
                if (second % HOUR == 0) {
                    LOG.info("The audit record is at {} {}", head.seq(), head.hash());
                }
            }
        } catch (RuntimeException e) {
            LOG.error("The audit record could not be kept up; trying again", e);
        }
    }

    /// Keeps how far the record has come, once that is on the disk.
    Head keepHead() {
        Head head = database.write(store::head);
        Optional<Head> kept = file.read();
        if (kept.isPresent() && !fits(kept.get())) {
            report(kept.get(), head);
        } else if (!kept.equals(Optional.of(head))) {
            file.keep(head);
        }
        return head;
    }

    private boolean fits(Head kept) {
        return database.read(tx ->
                kept.equals(store.begun(tx)) || store.findHash(tx, kept.seq()).equals(Optional.of(kept.hash())));
    }

    private void report(Head kept, Head head) {
        if (!broken) {
            broken = true;
            LOG.error(
                    "The audit record is at {} {}, and does not fit the head {} {} of the data folder: it was cut or"
                            + " written anew, or an older state of the data was put back. `keyrack verify` tells more",
                    head.seq(),
                    head.hash(),
                    kept.seq(),
                    kept.hash());
            audit.note(Caller.SYSTEM, Act.of("audit.broken", "audit", "at " + head.seq() + ", kept " + kept.seq()));
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        Thread running = thread;
        if (running != null) {
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            work(0);
        }
    }
}
