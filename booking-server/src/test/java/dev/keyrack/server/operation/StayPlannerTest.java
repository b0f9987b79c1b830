package dev.keyrack.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.catalog.Unit;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StayPlannerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate REAL_TODAY = LocalDate.of(2016, 8, 15);
    private final ImportReport report = new ImportReport();

    private List<StayPlanner.PlannedStay> plan(BookingHistory history) throws IOException {
        List<HotelRow> rows = HotelHistory.read(history.open(), report);
        return new StayPlanner(new HotelCatalog(rows, TODAY), TODAY).plan(rows, HotelImport.Span.all(), report);
    }

    @Test
    void movesByWholeWeeksSoThatTodayLiesInMidAugust() {
        for (LocalDate today = TODAY; today.isBefore(TODAY.plusDays(7)); today = today.plusDays(1)) {
            long shift = StayPlanner.shiftDays(today);
            LocalDate real = today.minusDays(shift);
            assertThat(shift % 7).isZero();
            assertThat(real).isBetween(REAL_TODAY, LocalDate.of(2016, 8, 21));
            assertThat(real.getDayOfWeek()).isEqualTo(today.getDayOfWeek());
        }
    }

    @Test
    void leavesEachStayAsItStoodToday() throws IOException {
        List<StayPlanner.PlannedStay> stays = plan(BookingHistory.aHistory()
                .stay("A", REAL_TODAY.minusDays(5), 2)
                .stay("A", REAL_TODAY.minusDays(2), 2)
                .stay("A", REAL_TODAY.minusDays(1), 3)
                .stay("A", REAL_TODAY, 1)
                .row("A", REAL_TODAY.minusDays(3), 2, "No Deposit", "No-Show", REAL_TODAY.minusDays(3))
                .row("A", REAL_TODAY.plusDays(3), 2, "No Deposit", "No-Show", REAL_TODAY.plusDays(3))
                .row("A", REAL_TODAY.plusDays(9), 2, "No Deposit", "Canceled", REAL_TODAY.minusDays(1))
                .row("A", REAL_TODAY.plusDays(9), 2, "No Deposit", "Canceled", REAL_TODAY.plusDays(1)));

        stays = stays.stream()
                .sorted(java.util.Comparator.comparingInt(stay -> stay.row().line()))
                .toList();
        assertThat(stays)
                .extracting(StayPlanner.PlannedStay::status)
                .containsExactly(
                        BookingStatus.COMPLETED,
                        BookingStatus.CHECKED_IN,
                        BookingStatus.CHECKED_IN,
                        BookingStatus.CONFIRMED,
                        BookingStatus.NO_SHOW,
                        BookingStatus.CONFIRMED,
                        BookingStatus.CANCELLED,
                        BookingStatus.CONFIRMED);
        assertThat(stays.get(3).arrival()).isEqualTo(TODAY);
    }

    @Test
    void skipsWhatReallyWasBookedLaterThanToday() throws IOException {
        assertThat(plan(BookingHistory.aHistory().stay("A", REAL_TODAY.plusDays(31), 1)))
                .isEmpty();
        assertThat(report.reasons()).containsOnlyKeys("booked after today");
    }

    @Test
    void reportsNightThatIsSoldOut() throws IOException {
        List<StayPlanner.PlannedStay> stays = plan(BookingHistory.aHistory()
                .stay("B", REAL_TODAY, 2)
                .stay("B", REAL_TODAY.plusDays(1), 2)
                .stay("B", REAL_TODAY.plusDays(2), 1));

        assertThat(stays).hasSize(2);
        assertThat(report.skipped())
                .containsExactly(new ImportReport.Skipped(3, "Resort Hotel", "sold out", "sold out on 2026-11-24"));
    }

    @Test
    void givesRoomsForTheWholeStayAndNoneTwice() throws IOException {
        BookingHistory history = BookingHistory.aHistory();
        for (int i = 0; i < 14; i++) {
            history.stay("C", REAL_TODAY.minusDays(i % 5), 1 + i % 7);
        }
        List<StayPlanner.PlannedStay> stays = plan(history);

        for (StayPlanner.PlannedStay one : stays) {
            assertThat(one.room()).isNotNull();
            for (StayPlanner.PlannedStay other : stays) {
                boolean overlap = one.row().line() != other.row().line()
                        && one.arrival().isBefore(other.departure())
                        && other.arrival().isBefore(one.departure());
                Unit room = one.room();
                assertThat(overlap && room != null && room.equals(other.room())).isFalse();
            }
        }
    }
}
