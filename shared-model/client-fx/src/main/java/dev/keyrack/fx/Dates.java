package dev.keyrack.fx;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Writes days and times as the readers of a language do.
public record Dates(Locale locale) {

    /// Such as `Mon, Jun 14` or `Mo., 14. Juni`.
    public String day(LocalDate date) {
        return format(date, "MMMEd");
    }

    /// Such as `Monday, June 14, 2027`.
    public String longDay(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(date);
    }

    /// Such as `Jun 14, 2027`.
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }

    /// Such as `Mon, Jun 14 – Thu, Jun 17`.
    public String range(LocalDate from, LocalDate to) {
        return day(from) + " – " + day(to);
    }

    /// The time of day at a place.
    public String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    /// Day and time at a place.
    public String moment(Instant instant, ZoneId zone) {
        return day(LocalDate.ofInstant(instant, zone)) + ", " + time(instant, zone);
    }

    private String format(LocalDate date, String parts) {
        return DateTimeFormatter.ofLocalizedPattern(parts).withLocale(locale).format(date);
    }
}
