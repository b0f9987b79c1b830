package dev.keyrack.server.operation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One real booking as the file tells it.
///
/// @param line where it stands in the file; the header is line 1
/// @param room the reserved room type, a letter
/// @param rate average daily rate in euros
/// @param statusDate when the last status was set
public record HotelRow(
        int line,
        String hotel,
        String room,
        LocalDate arrival,
        int nights,
        int leadDays,
        Party party,
        String country,
        String deposit,
        BigDecimal rate,
        String status,
        LocalDate statusDate) {

    /// Who came.
    ///
    /// @param staysBefore how many stays at this hotel the guest already had
    public record Party(int adults, int children, int staysBefore) {

        int guests() {
            return adults + children;
        }
    }

    /// The columns that are read.
    static final List<String> COLUMNS = List.of(
            "hotel",
            "lead_time",
            "arrival_date_year",
            "arrival_date_month",
            "arrival_date_day_of_month",
            "stays_in_weekend_nights",
            "stays_in_week_nights",
            "adults",
            "children",
            "babies",
            "country",
            "reserved_room_type",
            "deposit_type",
            "adr",
            "reservation_status",
            "reservation_status_date");

    private static final int MOST_NIGHTS = 366;

    /// @throws IllegalArgumentException or [java.time.DateTimeException] saying what is wrong with the row
    static HotelRow of(int line, Map<String, String> fields) {
        LocalDate arrival = LocalDate.of(
                integer(fields, "arrival_date_year"),
                Month.valueOf(text(fields, "arrival_date_month").toUpperCase(Locale.ROOT)),
                integer(fields, "arrival_date_day_of_month"));
        return new HotelRow(
                line,
                text(fields, "hotel"),
                text(fields, "reserved_room_type"),
                arrival,
                integer(fields, "stays_in_weekend_nights") + integer(fields, "stays_in_week_nights"),
                integer(fields, "lead_time"),
                new Party(integer(fields, "adults"), children(fields), staysBefore(fields)),
                text(fields, "country"),
                text(fields, "deposit_type"),
                new BigDecimal(text(fields, "adr")),
                text(fields, "reservation_status"),
                LocalDate.parse(text(fields, "reservation_status_date")));
    }

    /// Why such a row cannot become a booking; empty if it can.
    String fault() {
        if (nights < 1) {
            return "zero nights";
        }
        if (nights > MOST_NIGHTS) {
            return "more than " + MOST_NIGHTS + " nights";
        }
        if (party.adults() < 1) {
            return "no adults";
        }
        if (rate.signum() < 0) {
            return "negative rate";
        }
        return leadDays < 0 ? "negative lead time" : "";
    }

    /// Whether the guest gave the booking back, on [#statusDate].
    public boolean isCancelled() {
        return status.equals("Canceled");
    }

    /// The date on which it was booked.
    public LocalDate bookedOn() {
        return arrival.minusDays(leadDays);
    }

    boolean isNoShow() {
        return status.equals("No-Show");
    }

    private static int children(Map<String, String> fields) {
        String children = text(fields, "children");
        return (children.equals("NA") ? 0 : new BigDecimal(children).intValueExact()) + integer(fields, "babies");
    }

    /// None where the file has no such columns; some guests are marked as known without a count.
    private static int staysBefore(Map<String, String> fields) {
        int counted = Integer.parseInt(fields.getOrDefault("previous_bookings_not_canceled", "0"));
        return fields.getOrDefault("is_repeated_guest", "0").equals("1") ? Math.max(1, counted) : counted;
    }

    private static int integer(Map<String, String> fields, String column) {
        return Integer.parseInt(text(fields, column));
    }

    private static String text(Map<String, String> fields, String column) {
        String value = fields.get(column);
        if (value == null) {
            throw new IllegalArgumentException("no " + column);
        }
        return value;
    }
}
