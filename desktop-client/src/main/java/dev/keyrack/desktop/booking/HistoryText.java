package dev.keyrack.desktop.booking;

import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.PaymentStatus;
import dev.keyrack.contract.stay.HistoryEntry;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.TimeRange;
import dev.keyrack.fx.Amounts;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/// What happened to a booking, in the words of one language. The server has its own words for details; those that are
/// not known here are names, and stay as they are.
record HistoryText(Messages messages, ZoneId zone) {

    private static final Pattern STAY = Pattern.compile("(\\S+) to (\\S+), ([A-Z]{3} [0-9.]+)");
    private static final Pattern MONEY = Pattern.compile("([A-Z]{3}) ([0-9.]+)( back| in cash| by card)?");

    String lines(List<HistoryEntry> entries) {
        Dates dates = new Dates(messages.locale());
        return entries.isEmpty()
                ? messages.text("booking.history.none")
                : entries.stream()
                        .map(each -> messages.text(
                                        "booking.history.entry",
                                        dates.moment(each.at(), zone),
                                        each.actorName().isEmpty()
                                                ? messages.text("booking.history.system")
                                                : each.actorName(),
                                        action(each.action()),
                                        detail(each))
                                .strip())
                        .collect(Collectors.joining("\n"));
    }

    /// What this program does not know is shown as the server calls it.
    private String action(String action) {
        return switch (action) {
            case "booking.created" -> messages.text("booking.action.created");
            case "booking.authorised", "booking.paid" -> messages.text("booking.action.paid");
            case "booking.confirmed" -> messages.text("booking.action.confirmed");
            case "booking.changed" -> messages.text("booking.action.changed");
            case "booking.change-begun" -> messages.text("booking.action.changing");
            case "booking.unit-swapped" -> messages.text("booking.action.swapped");
            case "booking.guest-merged" -> messages.text("booking.action.merged");
            case "booking.cancelled" -> messages.text("booking.action.cancelled");
            case "booking.declined" -> messages.text("booking.action.declined");
            case "booking.checked-in" -> messages.text("booking.action.arrived");
            case "booking.checked-out" -> messages.text("booking.action.departed");
            case "booking.no-show" -> messages.text("booking.action.noshow");
            case "booking.check-in-undone", "booking.check-out-undone", "booking.no-show-undone" ->
                messages.text("booking.action.undone");
            case "booking.payment" -> messages.text("booking.action.payment");
            case "booking.payment-begun" -> messages.text("booking.action.paying");
            case "booking.payment-declined", "payment.refused" -> messages.text("booking.action.refused");
            case "booking.payment-released" -> messages.text("booking.action.released");
            case "payment.refunded" -> messages.text("booking.action.refunded");
            default -> action;
        };
    }

    private String detail(HistoryEntry entry) {
        String detail = entry.detail();
        Matcher stay = STAY.matcher(detail);
        Matcher money = MONEY.matcher(detail);
        if (stay.matches()) {
            return messages.text(
                    "booking.history.stay", when(Period.parse(stay.group(1), stay.group(2))), amount(stay.group(3)));
        }
        if (money.matches()) {
            return money(detail, money.group(3));
        }
        if (detail.equals("guest or notes")) {
            return messages.text("booking.history.details");
        }
        return switch (entry.action()) {
            case "booking.payment" -> payment(detail);
            case "booking.guest-merged" -> "";
            default -> withoutStatus(detail);
        };
    }

    private String money(String detail, @Nullable String way) {
        return switch (way) {
            case " back" -> messages.text("booking.history.back", amount(detail));
            case " in cash" -> messages.text("booking.history.cash", amount(detail));
            case " by card" -> messages.text("booking.history.card", amount(detail));
            case null, default -> amount(detail);
        };
    }

    private String amount(String text) {
        Matcher money = MONEY.matcher(text);
        return money.lookingAt()
                ? new Amounts(messages.locale()).format(new BigDecimal(money.group(2)), CurrencyUnit.of(money.group(1)))
                : text;
    }

    private String when(Period period) {
        Dates dates = new Dates(messages.locale());
        return switch (period) {
            case StayRange nights -> dates.range(nights.checkIn(), nights.checkOut());
            case TimeRange time -> dates.moment(time.start(), zone);
        };
    }

    private String payment(String word) {
        return Stream.of(PaymentStatus.values())
                .filter(each -> each.name().equalsIgnoreCase(word))
                .findFirst()
                .map(new BookingText(messages)::payment)
                .orElse(word);
    }

    /// The action says it already.
    private static String withoutStatus(String detail) {
        return Stream.of(BookingStatus.values()).anyMatch(each -> each.toWord().equals(detail)) ? "" : detail;
    }
}
