package dev.keyrack.server.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.server.operation.BookingHistory;
import dev.keyrack.server.operation.HotelImport;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Durability;
import dev.keyrack.server.rig.TestDatabase;
import dev.keyrack.server.sync.ChangeFeed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationIT {

    private static final LocalDate REAL_TODAY = LocalDate.of(2016, 8, 15);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private static Path folder;

    private static Database database;

    @BeforeAll
    static void importSomeStays() throws IOException {
        database = TestDatabase.open(folder, Durability.NONE, List.of());
        BookingHistory history = BookingHistory.aHistory()
                .stay("B", REAL_TODAY.minusDays(5), 2)
                .stay("C", REAL_TODAY.minusDays(1), 3)
                .stay("D", REAL_TODAY.minusDays(1), 3)
                .stay("E", REAL_TODAY.plusDays(20), 2)
                .row("F", REAL_TODAY.plusDays(9), 2, "Non Refund", "Canceled", REAL_TODAY.minusDays(1));
        new HotelImport(database, new ChangeFeed(), CLOCK).run(history.open(), HotelImport.Span.all(), line -> {});
        // The database itself refuses these faults; here it must let them in.
        database.write(tx -> tx.update("alter table cell drop constraint cell_never_oversold"));
        String key = database.read(tx -> tx.find(
                        "select constraint_name from information_schema.table_constraints"
                                + " where lower(table_name) = 'unit_night' and constraint_type = 'PRIMARY KEY'",
                        row -> row.text("constraint_name"))
                .orElseThrow());
        database.write(tx -> tx.update("alter table unit_night drop constraint " + key));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// What is found after these changes, which are undone then.
    private static List<Verification.Check> checksAfter(String... changes) {
        List<Verification.Check> checks = new ArrayList<>();
        try {
            database.write(tx -> {
                for (String change : changes) {
                    assertThat(tx.update(change)).as(change).isPositive();
                }
                checks.addAll(Verification.run(tx, Optional.empty()));
                throw new Undo();
            });
        } catch (Undo e) {
            return checks;
        }
        throw new AssertionError("not undone");
    }

    @Test
    void findsNothingWrongWithWhatWasImported() {
        List<Verification.Check> checks = new Verification(database).run();

        assertThat(checks).hasSize(16).allMatch(Verification.Check::holds);
        assertThat(checks.getFirst().counted()).isGreaterThan(10);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "cells agree|cell res_resortc|update cell set booked = booked + 1 where resource_id = 'res_resortc'",
                "cells agree|cell res_resortc|update cell set held = 1 where resource_id = 'res_resortc'",
                "cells agree|no cell|delete from cell where resource_id = 'res_resortb'",
                "cells agree|cell res_clinic|update booking set status = 'CANCELLED' where resource_id = 'res_clinicvaladas'",
                "cells agree|cell res_theatre|update booking set quantity = 5 where resource_id = 'res_theatrefado'",
                "above its capacity|1 of 0|update cell set capacity = 0 where resource_id = 'res_resortb'",
                "promised twice|2 times|insert into unit_night select unit_id, grain_start, 'bkg_other' from unit_night",
                "has its owner|no such booking|update unit_night set owner_id = 'bkg_other'",
                "has its owner|it has the unit|update booking set unit_id = null where unit_id is not null",
                "has its owner|it has the unit unt_other|update booking set units = '[{\"unitId\":\"unt_other\","
                        + "\"startDate\":\"2020-01-01\",\"endDate\":\"2030-01-01\"}]' where unit_id is not null",
                "has its owner|does not reach|update unit_night set grain_start = grain_start + interval '1' year",
                "whole stay|not promised|delete from unit_night",
                "requested bookings|no active hold|insert into booking select 'bkg_asked', site_id, resource_id,"
                        + " resource_name, null, null, null, 'REQUESTED', start_date, end_date, null, 1, 1, total_price,"
                        + " currency, price_lines, policy, 'ASKED', 'A', 'B', null, null, null, 'UNPAID', null, 0, null,"
                        + " created_at, updated_at, 1, '[]', 'gst_asked', null from booking where resource_id = 'res_resortb'",
                "performance|seats planned|update occurrence set capacity = 3",
                "agree with bookings|due|update booking set total_price = 1 where resource_id = 'res_resortb'",
                "agree with bookings|PAID, but|update booking set payment_status = 'PAID' where resource_id = 'res_resorte'",
                "agree with bookings|UNPAID, but|update booking set payment_status = 'UNPAID' where resource_id = 'res_resortf'",
                "agree with bookings|promised back|update booking set refund_amount = 5 where resource_id = 'res_resortf'",
                "agree with bookings|no such booking|update payment set booking_id = 'bkg_other' where token = 'tok_import'",
                "gateway's books|the gateway says|update sandbox_charge set refunded = 1",
                "gateway's books|the gateway says|update sandbox_charge set reference = concat(reference, 'x')",
                "no gateway's books|asked of a gateway|update payment set method = 'CASH'",
                "without an intent|nobody asked|insert into sandbox_charge (reference, operation_id, token, currency,"
                        + " authorised) values ('sandbox-1', 'op-1', 'tok_approve', 'EUR', 10)",
                "dense|head|update feed_scope set head = head + 1 where scope = 'tenant:catalog'",
                "dense|changes from|delete from feed_change where seq = 2",
                "newest changes|not its newest|update feed_record set seq = seq - 1 where seq = 2",
                "newest changes|no record|delete from feed_record where type = 'booking'",
                "checksums|checksum|update feed_scope set checksum = checksum + 1",
                "newest revisions|booking bkg_|update booking set revision = revision + 1",
                "audit record|knows of 1|update audit_head set seq = seq + 1",
            })
    void findsPlantedFault(String check, String fault, String change) {
        List<Verification.Check> checks = checksAfter(change);

        assertThat(checks.getLast().name()).contains(check);
        assertThat(checks.getLast().faults()).isNotEmpty().anyMatch(line -> line.contains(fault));
        assertThat(checks.subList(0, checks.size() - 1)).allMatch(Verification.Check::holds);
    }

    @Test
    void countsActiveHoldsAndWaitingChangesAsHeld() {
        String hold =
                "insert into hold (id, resource_id, start_date, end_date, quantity, guests, owner_id, state, quote,"
                        + " revision) values ('hld_1', 'res_resortc', '2026-11-22', '2026-11-23', 1, 1, 'usr_a', '%s', '{}', 1)";
        String held = "update cell set held = held + 1 where resource_id = 'res_resortc' and grain_start = '%s'";
        String change = "insert into pending_change select 'pay_1', id, '{\"resourceId\":\"res_resortc\","
                + "\"startDate\":\"2026-11-23\",\"endDate\":\"2026-11-25\",\"quantity\":2}' from booking"
                + " where resource_id = 'res_resortc'";

        assertThat(checksAfter(hold.formatted("ACTIVE"), held.formatted("2026-11-22")))
                .hasSize(16)
                .allMatch(Verification.Check::holds);
        assertThat(checksAfter(hold.formatted("EXPIRED"), held.formatted("2026-11-22")))
                .hasSize(1);
        assertThat(
                        checksAfter(
                                change,
                                held.formatted("2026-11-23"),
                                held.formatted("2026-11-24"),
                                "update cell set held = held + 1 where resource_id = 'res_resortc' and grain_start = '2026-11-24'"))
                .hasSize(1);
        assertThat(checksAfter(change, held.formatted("2026-11-23"), held.formatted("2026-11-24")))
                .hasSize(16);
    }
}
