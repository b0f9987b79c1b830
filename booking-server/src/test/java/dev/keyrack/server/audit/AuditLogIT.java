package dev.keyrack.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyrack.contract.value.SiteId;
import dev.keyrack.server.audit.ChainRule.Head;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.HttpServer;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Durability;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.rig.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditLogIT {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00.123456789Z");

    private final AuditLog audit = new AuditLog(Clock.fixed(NOW, ZoneOffset.UTC));
    private final Path folder;
    private final Database database;

    AuditLogIT(@TempDir Path folder) {
        this.folder = folder;
        database = TestDatabase.open(folder, Durability.DISK, List.of());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @BeforeEach
    void writeSome() {
        for (int i = 0; i < 5; i++) {
            String id = "bkg_" + i;
            database.write(tx -> {
                audit.record(tx, Caller.SYSTEM, "booking.created", id, "confirmed");
                audit.record(
                        tx,
                        Caller.SYSTEM,
                        Act.of("booking.changed", id, "größer \uD83D\uDE00")
                                .at(new SiteId("sit_a"))
                                .changed(List.of(1, 2), List.of(2)));
                return true;
            });
        }
    }

    private List<String> faults(Optional<Head> kept) {
        return database.write(tx -> AuditLog.walk(tx, kept).end());
    }

    private List<Long> numbers() {
        return database.read(tx -> tx.list("select seq from audit_entry order by seq", row -> row.number("seq")));
    }

    @Test
    void keepsWhoDidWhatInTheOrderItWasDone() {
        List<AuditEntry> kept = database.read(tx -> audit.list(tx, List.of("bkg_0", "bkg_1")));

        assertThat(kept)
                .extracting(entry -> entry.act().action() + " " + entry.act().subjectId())
                .containsExactly(
                        "booking.created bkg_0",
                        "booking.changed bkg_0",
                        "booking.created bkg_1",
                        "booking.changed bkg_1");
        assertThat(kept.get(1).act().before()).isEqualTo("[1,2]");
        assertThat(numbers()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(faults(Optional.empty())).isEmpty();
    }

    @Test
    void forgetsWithTheTransactionAndLeavesNoGap() {
        assertThatThrownBy(() -> database.write(tx -> {
                    audit.record(tx, Caller.SYSTEM, "booking.created", "bkg_a", "");
                    throw new IllegalStateException("rolled back on purpose");
                }))
                .hasMessageContaining("on purpose");
        database.write(tx -> {
            audit.record(tx, Caller.SYSTEM, "booking.cancelled", "bkg_b", "x".repeat(5_000));
            return true;
        });

        assertThat(numbers()).hasSize(11).last().isEqualTo(11L);
        assertThat(faults(Optional.empty())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "not what was written|update audit_entry set detail = 'declined' where seq = 3",
                "not what was written|update audit_entry set value_after = '[3]' where seq = 4",
                "not what was written|update audit_entry set at = at + interval '1' second where seq = 10",
                "not what was written|update audit_entry set hash = null where seq = 5",
                "is gone|delete from audit_entry where seq = 1",
                "is gone|delete from audit_entry where seq between 4 and 6",
                "is gone|update audit_entry set seq = 20 where seq = 4",
                "ends at 8, but the database knows of 10|delete from audit_entry where seq > 8",
                "ends at 0, but the database knows of 10|delete from audit_entry",
                "not what was written|update audit_entry set subject_id = case seq when 3 then 'bkg_3' else 'bkg_1' end"
                        + " where seq in (3, 7)",
            })
    void seesWhatWasDoneBySql(String fault, String sql) {
        database.write(tx -> tx.update(sql));

        assertThat(faults(Optional.empty())).anyMatch(line -> line.contains(fault));
    }

    @Test
    void seesATailCutTogetherWithTheHead() {
        AuditJob job = new AuditJob(database, audit, folder);
        Head kept = job.keepHead();
        assertThat(new HeadFile(folder).read()).contains(kept);
        database.write(tx -> tx.update("delete from audit_entry where seq > 8"));
        database.write(tx ->
                tx.update("update audit_head set seq = 8," + " hash = (select hash from audit_entry where seq = 8)"));

        assertThat(faults(Optional.empty())).as("without the file").isEmpty();
        assertThat(faults(Optional.of(kept)))
                .containsExactly("the audit record ends at 8, but the data folder knows of 10");
        job.keepHead();
        assertThat(new HeadFile(folder).read()).as("the evidence stays").contains(kept);
        audit.writeNoted(database);
        assertThat(database.<List<AuditEntry>>read(tx -> audit.list(tx, List.of("audit"))))
                .extracting(entry -> entry.act().action())
                .containsExactly("audit.broken");
    }

    @Test
    void movesTheKeptHeadOnWithTheRecord() throws IOException {
        AuditJob job = new AuditJob(database, audit, folder);
        Head first = job.keepHead();
        database.write(tx -> {
            audit.record(tx, Caller.SYSTEM, "booking.created", "bkg_a", "");
            return true;
        });
        Head second = job.keepHead();

        assertThat(second.seq()).isEqualTo(first.seq() + 1);
        assertThat(faults(Optional.of(first))).isEmpty();
        assertThat(faults(new HeadFile(folder).read())).isEmpty();
        Files.writeString(folder.resolve("audit-head"), "nonsense");
        assertThatThrownBy(() -> new HeadFile(folder).read()).hasMessageContaining("no head");
    }

    @Test
    void writesAFloodOfRefusalsAsOneEntry() {
        Caller caller = new Caller(Caller.SYSTEM.userId(), Caller.SYSTEM.role(), new SiteId("sit_a"));
        for (int i = 0; i < 10_000; i++) {
            audit.noteRefusal(new HttpServer.Refusal(caller, 403, "GET /api/v1/audit", "bkg_x"));
            audit.noteRefusal(new HttpServer.Refusal(Caller.ANONYMOUS, 404, "GET /api/v1/bookings/{id}", "bkg_" + i));
        }
        audit.writeNoted(database);
        audit.writeNoted(database);

        List<String> noted = database.read(tx -> tx.list(
                "select actor_id, action, subject_id, times from audit_entry where action like 'access.%' order by seq",
                row -> row.text("actor_id") + " " + row.text("action") + " " + row.text("subject_id") + " "
                        + row.integer("times")));
        assertThat(noted).hasSize(501).contains("usr_system access.denied bkg_x 10000");
        assertThat(noted.getLast()).isEqualTo("usr_many access.not-found usr_many 9501");
        assertThat(faults(Optional.empty())).isEmpty();
    }

    @Test
    void staysWholeWhenTwoNodesWriteAtOnce() throws Exception {
        if (TestDatabase.url(folder).startsWith("jdbc:h2:")) {
            return;
        }
        try (Database other = TestDatabase.open(folder, Durability.DISK, List.of());
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> done = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Database node = i % 2 == 0 ? database : other;
                done.add(threads.submit(() -> node.write(this::recordOne)));
            }
            for (Future<Boolean> one : done) {
                one.get();
            }
        }
        assertThat(numbers()).hasSize(210);
        assertThat(faults(Optional.empty())).isEmpty();
    }

    private boolean recordOne(Transaction tx) {
        audit.record(tx, Caller.SYSTEM, "booking.created", "bkg_n", "");
        return true;
    }
}
