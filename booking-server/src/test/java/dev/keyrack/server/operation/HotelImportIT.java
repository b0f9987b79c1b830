package dev.keyrack.server.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Durability;
import dev.keyrack.server.rig.TestDatabase;
import dev.keyrack.server.sync.ChangeFeed;
import dev.keyrack.server.verification.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HotelImportIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private static long count(Database database, String what) {
        return database.read(tx -> tx.find("select count(*) as total from " + what, row -> row.number("total"))
                .orElse(0L));
    }

    @Test
    void importsTheRealStaysAroundTodayAndAllPromisesHold() throws IOException {
        try (Database database = TestDatabase.open(folder, Durability.NONE, List.of());
                InputStream history = HotelImport.builtIn()) {
            HotelImport hotels = new HotelImport(database, new ChangeFeed(), CLOCK);
            List<String> progress = new ArrayList<>();

            ImportReport report = hotels.run(history, HotelImport.Span.around(hotels.today(), 7), progress::add);

            assertThat(report.rowsRead()).isEqualTo(119_390);
            assertThat(report.bookingsImported() + report.skipped().size()).isEqualTo(119_390);
            assertThat(report.reasons()).containsEntry("zero nights", 715).containsEntry("negative rate", 1);
            assertThat(progress).hasSizeGreaterThan(2);
            assertThat(count(database, "unit where resource_id like 'res_resort%'"))
                    .isEqualTo(288);
            assertThat(count(database, "unit where resource_id like 'res_city%'"))
                    .isEqualTo(324);
            assertThat(count(database, "booking where status = 'CHECKED_IN'")).isGreaterThan(300);
            assertThat(count(database, "booking where status = 'CHECKED_IN' and unit_id is null"))
                    .isZero();
            assertThat(count(database, "booking where status = 'CONFIRMED' and start_date = '2026-11-23'"))
                    .isGreaterThan(50);
            assertThat(count(database, "booking where created_at > timestamp with time zone '2026-11-23 12:00:00Z'"))
                    .isZero();
            assertThat(count(
                            database,
                            "(select guest_id from booking group by guest_id having count(*) > 1) as returned"))
                    .isGreaterThan(10);
            assertThat(new Verification(database).run()).hasSize(16).allMatch(Verification.Check::holds);
        }
    }

    @Test
    void refusesSiteThatIsThereAlready() throws IOException {
        try (Database database = TestDatabase.open(folder, Durability.NONE, List.of())) {
            HotelImport hotels = new HotelImport(database, new ChangeFeed(), CLOCK);
            BookingHistory history = BookingHistory.aHistory().stay("A", java.time.LocalDate.of(2016, 8, 15), 2);
            hotels.run(history.open(), HotelImport.Span.all(), line -> {});
            long before = count(database, "booking");

            assertThatThrownBy(() -> hotels.run(history.open(), HotelImport.Span.all(), line -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("here already");
            assertThat(count(database, "booking")).isEqualTo(before);
        }
    }
}
