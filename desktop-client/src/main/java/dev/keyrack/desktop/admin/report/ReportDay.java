package dev.keyrack.desktop.admin.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What was sold on a day, or over some days together.
///
/// @param date the day, or the first of the days
/// @param sold units sold, each once per night
/// @param capacity units there are, each once per night; 0 where nothing is sold by nights
/// @param revenue what was sold costs, without taxes and fees that come on top
record ReportDay(LocalDate date, int sold, int capacity, BigDecimal revenue) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// Percent, with one decimal.
    Optional<BigDecimal> occupancy() {
        return capacity == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(sold)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(capacity), 1, RoundingMode.HALF_UP));
    }

    /// Average daily rate: revenue for each unit sold.
    Optional<BigDecimal> averageRate() {
        return sold == 0
                ? Optional.empty()
                : Optional.of(
                        revenue.divide(BigDecimal.valueOf(sold), Math.max(0, revenue.scale()), RoundingMode.HALF_UP));
    }

    static ReportDay sum(LocalDate first, List<ReportDay> days) {
        return days.stream()
                .reduce(
                        new ReportDay(first, 0, 0, BigDecimal.ZERO),
                        (sum, day) -> new ReportDay(
                                first, sum.sold + day.sold, sum.capacity + day.capacity, sum.revenue.add(day.revenue)));
    }
}
