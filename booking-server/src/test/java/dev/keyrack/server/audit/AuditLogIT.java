package dev.keyrack.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.server.http.Caller;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Durability;
import dev.keyrack.server.rig.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogIT {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

    @TempDir
    Path folder;

    private final AuditLog audit = new AuditLog(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void keepsWhoDidWhatInTheOrderItWasDone() {
        try (Database database = TestDatabase.open(folder, Durability.DISK, List.of())) {
            database.write(tx -> {
                audit.record(tx, Caller.SYSTEM, "booking.created", "bkg_a", "confirmed");
                audit.record(tx, Caller.SYSTEM, "booking.cancelled", "bkg_a", "x".repeat(5_000));
                return true;
            });
            List<String> kept = database.read(tx -> tx.list(
                    "select * from audit_entry order by seq",
                    row -> row.instant("at") + " " + row.text("actor_id") + " " + row.text("action") + " "
                            + row.text("subject_id") + " " + row.text("detail").length()));

            assertThat(kept)
                    .containsExactly(
                            "2027-03-01T09:00:00Z usr_system booking.created bkg_a 9",
                            "2027-03-01T09:00:00Z usr_system booking.cancelled bkg_a 4000");
        }
    }

    @Test
    void forgetsWithTheTransaction() {
        try (Database database = TestDatabase.open(folder, Durability.DISK, List.of())) {
            try {
                database.write(tx -> {
                    audit.record(tx, Caller.SYSTEM, "booking.created", "bkg_a", "");
                    throw new IllegalStateException("rolled back on purpose");
                });
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageContaining("on purpose");
            }

            assertThat(database.<List<String>>read(
                            tx -> tx.list("select action from audit_entry", row -> row.text("action"))))
                    .isEmpty();
        }
    }
}
