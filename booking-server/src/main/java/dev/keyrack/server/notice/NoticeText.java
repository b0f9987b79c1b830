package dev.keyrack.server.notice;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.PriceLine;
import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.TimeRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.joda.money.CurrencyUnit;

/// The words of a notice, in the site's time zone.
record NoticeText(Booking booking, Site site) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    /// Keeps a figure and its sign on one line.
    private static final String NARROW_SPACE = "\u00a0";

    Period period() {
        return Period.parse(booking.startDate(), booking.endDate());
    }

    String guest() {
        return booking.userDetails().firstName() + " " + booking.userDetails().lastName();
    }

    String guests() {
        return booking.guests() == 1 ? "1 guest" : booking.guests() + " guests";
    }

    String from() {
        return switch (period()) {
            case StayRange stay -> DATE.format(stay.checkIn()) + ", from " + site.checkInTime();
            case TimeRange time -> local(time.start());
        };
    }

    String to() {
        return switch (period()) {
            case StayRange stay -> DATE.format(stay.checkOut());
            case TimeRange time -> local(time.end());
        };
    }

    private String local(Instant instant) {
        return TIME.format(instant.atZone(site.timeZone()));
    }

    String policy() {
        CancellationPolicy policy = booking.cancellationPolicy();
        String fee = policy.feePercent() == 0
                ? "Free to cancel at any time before it begins."
                : "Free to cancel until " + hours(policy.freeUntilHours()) + " before it begins; after that "
                        + policy.feePercent() + NARROW_SPACE + "% of the price is kept.";
        return policy.noShowPercent() == 0
                ? fee
                : fee + " Who does not come pays " + policy.noShowPercent() + NARROW_SPACE + "%.";
    }

    private static String hours(int hours) {
        return hours % 24 == 0 && hours > 24 ? hours / 24 + " days" : hours + " hours";
    }

    static String lineName(PriceLine line) {
        return line.kind() == PriceLine.Kind.GRAIN && line.text().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                ? SHORT_DATE.format(LocalDate.parse(line.text()))
                : line.text();
    }

    static String amount(BigDecimal amount, CurrencyUnit currency) {
        return currency.getCode() + " " + amount.setScale(currency.getDecimalPlaces(), RoundingMode.HALF_UP);
    }

    /// For HTML and XML.
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("{", "&#123;");
    }
}
