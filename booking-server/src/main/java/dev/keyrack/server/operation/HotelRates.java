package dev.keyrack.server.operation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The average rates a night that were really paid, by room type and by month, over the nights of all bookings that
/// were not cancelled.
final class HotelRates {

    static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);

    private static final BigDecimal NOTHING_KNOWN = new BigDecimal("100.00");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<String, Sum> sums = new HashMap<>();

    private static final class Sum {
        private BigDecimal total = BigDecimal.ZERO;
        private long nights;

        void add(BigDecimal rate) {
            total = total.add(rate);
            nights++;
        }

        BigDecimal mean() {
            return total.divide(BigDecimal.valueOf(nights), 2, RoundingMode.HALF_UP);
        }
    }

    HotelRates(List<HotelRow> history) {
        for (HotelRow row : history) {
            if (!row.isCancelled() && row.rate().signum() > 0) {
                for (int i = 0; i < row.nights(); i++) {
                    add(row, row.arrival().plusDays(i));
                }
            }
        }
    }

    private void add(HotelRow row, LocalDate night) {
        String type = row.hotel() + '/' + row.room();
        sum(type).add(row.rate());
        sum(type + '/' + night.getMonth()).add(row.rate());
        sum(row.hotel() + '/' + WEEKEND.contains(night.getDayOfWeek())).add(row.rate());
    }

    private Sum sum(String key) {
        return sums.computeIfAbsent(key, absent -> new Sum());
    }

    /// The mean of all nights of a room type.
    BigDecimal mean(String hotel, String room) {
        return find(hotel + '/' + room).orElse(NOTHING_KNOWN);
    }

    /// The mean of a month, or of all nights where nobody stayed in that month.
    BigDecimal mean(String hotel, String room, Month month) {
        return find(hotel + '/' + room + '/' + month).orElseGet(() -> mean(hotel, room));
    }

    /// By how many percent the nights before Saturday and Sunday cost more (or less) than the others.
    BigDecimal weekendPercent(String hotel) {
        BigDecimal weekend = find(hotel + "/true").orElse(NOTHING_KNOWN);
        BigDecimal others = find(hotel + "/false").orElse(NOTHING_KNOWN);
        return weekend.subtract(others).multiply(HUNDRED).divide(others, 0, RoundingMode.HALF_UP);
    }

    private Optional<BigDecimal> find(String key) {
        return Optional.ofNullable(sums.get(key)).map(Sum::mean);
    }
}
