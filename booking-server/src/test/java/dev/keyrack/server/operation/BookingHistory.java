package dev.keyrack.server.operation;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A small history for tests, in the form of the real one.
public final class BookingHistory {

    private final List<String> lines = new ArrayList<>();

    BookingHistory() {
        lines.add(String.join(",", HotelRow.COLUMNS));
    }

    public static BookingHistory aHistory() {
        return new BookingHistory();
    }

    /// A stay of two adults at 80.50 a night, booked 30 days ahead, that ended well.
    public BookingHistory stay(String room, LocalDate arrival, int nights) {
        return row(room, arrival, nights, "No Deposit", "Check-Out", arrival.plusDays(nights));
    }

    public BookingHistory row(
            String room, LocalDate arrival, int nights, String deposit, String status, LocalDate statusDate) {
        String month = arrival.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return line("Resort Hotel,30,%d,%s,%d,0,%d,2,0,0,PRT,%s,%s,80.50,%s,%s"
                .formatted(
                        arrival.getYear(), month, arrival.getDayOfMonth(), nights, room, deposit, status, statusDate));
    }

    public BookingHistory line(String text) {
        lines.add(text);
        return this;
    }

    public InputStream open() {
        return new ByteArrayInputStream(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }
}
