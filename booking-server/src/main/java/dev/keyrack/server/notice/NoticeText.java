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
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A booking in words, by the clock of its site. Every value is one clean line.
record NoticeText(Booking booking, Site site) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /// A line of the receipt; `each` says how a sum came about, or is empty.
    record Line(String name, String each, String amount) {}

    Period period() {
        return booking.period();
    }

    String guest() {
        return Template.line(
                booking.userDetails().firstName() + " " + booking.userDetails().lastName());
    }

    String siteName() {
        return Template.line(site.name());
    }

    String place() {
        return Template.line(site.location());
    }

    String resource() {
        String unit = booking.unitName();
        return Template.line(booking.resourceName() + (unit == null ? "" : ", " + unit));
    }

    /// What was booked and when, by the names of the facts.
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "Booked",
                booking.quantity().count() == 1
                        ? resource()
                        : booking.quantity().count() + " × " + resource());
        switch (period()) {
            case StayRange stay -> {
                facts.put("Arrival", DATE.format(stay.checkIn()) + ", from " + TIME.format(site.checkInTime()));
                facts.put("Departure", DATE.format(stay.checkOut()));
                facts.put("Nights", Integer.toString(stay.nights().size()));
            }
            case TimeRange time -> facts.put("When", span(time));
        }
        facts.put("Guests", Integer.toString(booking.guests()));
        return facts;
    }

    private String span(TimeRange time) {
        ZonedDateTime start = time.start().atZone(site.timeZone());
        ZonedDateTime end = time.end().atZone(site.timeZone());
        String begins = DATE.format(start) + ", " + TIME.format(start);
        return start.toLocalDate().equals(end.toLocalDate())
                ? begins + " to " + TIME.format(end)
                : begins + " to " + DATE.format(end) + ", " + TIME.format(end);
    }

    /// The lines that add up to the total. Nights in a row at one price become one line.
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        List<PriceLine> run = new ArrayList<>();
        for (PriceLine line : booking.priceLines()) {
            if (!run.isEmpty() && !follows(run.getLast(), line)) {
                lines.add(toLine(run));
                run.clear();
            }
            if (!line.included()) {
                run.add(line);
            }
        }
        if (!run.isEmpty()) {
            lines.add(toLine(run));
        }
        return lines;
    }

    private static boolean follows(PriceLine line, PriceLine next) {
        return line.date().isPresent()
                && line.date().map(date -> date.plusDays(1)).equals(next.date())
                && !next.included()
                && line.amount().compareTo(next.amount()) == 0;
    }

    private Line toLine(List<PriceLine> run) {
        PriceLine first = run.getFirst();
        String name = first.date().map(SHORT_DATE::format).orElseGet(() -> Template.line(first.text()));
        if (run.size() == 1) {
            return new Line(name, "", amount(first.amount()));
        }
        return new Line(
                name + " to " + run.getLast().date().map(SHORT_DATE::format).orElseThrow(),
                run.size() + " nights at " + amount(first.amount()),
                amount(first.amount().multiply(BigDecimal.valueOf(run.size()))));
    }

    /// Taxes and fees that the total contains already.
    List<Line> included() {
        return booking.priceLines().stream()
                .filter(PriceLine::included)
                .map(line -> new Line(Template.line(line.text()), "", amount(line.amount())))
                .toList();
    }

    String amount(BigDecimal amount) {
        int places = booking.currency().getDecimalPlaces();
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(amount);
    }

    /// With its currency.
    String total() {
        return booking.currency().getCode() + " " + amount(booking.totalPrice());
    }

    String payment() {
        return switch (booking.paymentStatus()) {
            case UNPAID -> "Still to be paid";
            case PENDING -> "Being checked";
            case AUTHORISED -> "Reserved on your card";
            case PAID -> "Paid";
            case PARTIALLY_REFUNDED -> "Paid, a part refunded";
            case REFUNDED -> "Refunded";
            case VOIDED -> "Nothing was charged";
            case DECLINED -> "Declined, nothing was charged";
            case UNKNOWN -> "Not known here";
        };
    }

    /// The cancellation policy that it was sold under, with its very deadline.
    String policy() {
        CancellationPolicy policy = booking.cancellationPolicy();
        Instant deadline = policy.freeUntil(site.startOf(period()));
        String keeps = policy.feePercent() + "\u00a0% of the price";
        String cancelling;
        if (policy.feePercent() == 0) {
            cancelling = "Cancelling is free until it begins.";
        } else if (deadline.isAfter(booking.createdAt())) {
            ZonedDateTime local = deadline.atZone(site.timeZone());
            cancelling = "Cancelling is free until " + DATE.format(local) + ", " + TIME.format(local)
                    + ". After that it costs " + keeps + ".";
        } else {
            cancelling = "Cancelling costs " + keeps + ".";
        }
        return policy.noShowPercent() == 0
                ? cancelling
                : cancelling + " Not coming without cancelling costs " + policy.noShowPercent()
                        + "\u00a0% of the price.";
    }

    /// Names the clock that all times are told by.
    String clock() {
        return "All times are local times at the site (" + site.timeZone().getId() + ").";
    }
}
