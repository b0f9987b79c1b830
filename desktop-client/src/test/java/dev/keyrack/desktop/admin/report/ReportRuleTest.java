package dev.keyrack.desktop.admin.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.PriceLine;
import dev.keyrack.desktop.Samples;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportRuleTest {

    private static final ReportRule.Span SPAN = new ReportRule.Span(Samples.DAY, Samples.DAY.plusDays(3));

    @Test
    void countsNightsAndTheirPriceLines() {
        List<Booking> bookings = List.of(
                priced(Samples.booking("bkg_a", 0, "unt_1", BookingStatus.CONFIRMED), "100.00"),
                priced(Samples.booking("bkg_b", -1, "unt_2", BookingStatus.CHECKED_IN), "130.50"),
                priced(Samples.booking("bkg_c", 0, null, BookingStatus.CANCELLED), "99.00"),
                priced(Samples.booking("bkg_d", 0, null, BookingStatus.REQUESTED), "99.00"));
        List<ReportDay> days = days(bookings);
        assertThat(days)
                .containsExactly(
                        new ReportDay(Samples.DAY, 2, 2, new BigDecimal("230.50")),
                        new ReportDay(Samples.DAY.plusDays(1), 2, 2, new BigDecimal("230.50")),
                        new ReportDay(Samples.DAY.plusDays(2), 1, 2, new BigDecimal("100.00")),
                        new ReportDay(Samples.DAY.plusDays(3), 0, 2, BigDecimal.ZERO));
    }

    @Test
    void addsAPeriodUp() {
        ReportDay sum = ReportDay.sum(
                Samples.DAY,
                days(List.of(
                        priced(Samples.booking("bkg_a", 0, "unt_1", BookingStatus.COMPLETED), "100.00"),
                        priced(Samples.booking("bkg_b", -1, "unt_2", BookingStatus.COMPLETED), "130.50"))));
        assertThat(sum.revenue()).isEqualTo("561.00");
        assertThat(sum.occupancy()).contains(new BigDecimal("62.5"));
        assertThat(sum.averageRate()).contains(new BigDecimal("112.20"));
    }

    @Test
    void hasNoRateWhereNothingIsSold() {
        assertThat(days(List.of()).getFirst().averageRate()).isEmpty();
        assertThat(new ReportDay(Samples.DAY, 3, 0, BigDecimal.TEN).occupancy()).isEmpty();
    }

    @Test
    void setsAsManyDaysBefore() {
        assertThat(SPAN.before()).isEqualTo(new ReportRule.Span(Samples.DAY.minusDays(4), Samples.DAY.minusDays(1)));
    }

    private static List<ReportDay> days(List<Booking> bookings) {
        return ReportRule.days(SPAN, bookings, List.of(Samples.DOUBLE), Samples.SITE.timeZone());
    }

    /// The same price every night, and a city tax on top that is no revenue.
    static Booking priced(Booking booking, String price) {
        LocalDate from = LocalDate.parse(booking.startDate());
        List<PriceLine> lines = Stream.concat(
                        from.datesUntil(LocalDate.parse(booking.endDate()))
                                .map(date -> new PriceLine(
                                        PriceLine.Kind.GRAIN, date.toString(), new BigDecimal(price), false)),
                        Stream.of(new PriceLine(PriceLine.Kind.FEE, "City tax", new BigDecimal("12.00"), false)))
                .toList();
        return new Booking(
                booking.bookingId(),
                booking.status(),
                booking.siteId(),
                booking.resourceId(),
                booking.resourceName(),
                booking.unitId(),
                booking.unitName(),
                booking.units(),
                booking.startDate(),
                booking.endDate(),
                booking.quantity(),
                booking.guests(),
                booking.totalPrice(),
                booking.currency(),
                lines,
                booking.cancellationPolicy(),
                booking.confirmationCode(),
                booking.guestId(),
                booking.userDetails(),
                booking.notes(),
                booking.paymentStatus(),
                booking.paidAmount(),
                booking.createdAt(),
                booking.updatedAt(),
                booking.revision());
    }
}
