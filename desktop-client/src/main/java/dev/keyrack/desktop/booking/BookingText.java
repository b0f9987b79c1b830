package dev.keyrack.desktop.booking;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.PriceLine;
import dev.keyrack.contract.payment.Payment;
import dev.keyrack.contract.stay.HistoryEntry;
import dev.keyrack.contract.stay.UnitNights;
import dev.keyrack.desktop.sale.SaleWords;
import dev.keyrack.fx.Amounts;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/// A booking in the words of one language.
record BookingText(Messages messages) {

    private static final int DATE_LENGTH = 10;

    static boolean isOfNights(Booking booking) {
        return booking.startDate().length() == DATE_LENGTH;
    }

    /// What is still to be paid, never below zero; nothing for what is not promised any more.
    static BigDecimal due(Booking booking) {
        if (booking.status() == BookingStatus.CANCELLED || booking.status() == BookingStatus.DECLINED) {
            return BigDecimal.ZERO;
        }
        return booking.totalPrice().subtract(booking.paidAmount()).max(BigDecimal.ZERO);
    }

    String guest(Booking shown) {
        return shown.userDetails().firstName() + " " + shown.userDetails().lastName();
    }

    String reach(Booking shown) {
        String email = shown.userDetails().email();
        String phone = shown.userDetails().phone();
        return phone == null
                ? email == null ? messages.text("booking.pane.unreachable") : email
                : email == null ? phone : email + "\n" + phone;
    }

    String place(Booking shown) {
        if (!shown.units().isEmpty()) {
            return shown.resourceName() + "\n"
                    + shown.units().stream().map(this::part).collect(Collectors.joining("\n"));
        }
        return shown.unitName() == null
                ? messages.text("booking.pane.unassigned", shown.resourceName())
                : shown.resourceName() + " · " + shown.unitName();
    }

    private String part(UnitNights part) {
        Dates dates = new Dates(messages.locale());
        return messages.text(
                "booking.pane.part",
                String.valueOf(part.unitName()),
                dates.range(LocalDate.parse(part.startDate()), LocalDate.parse(part.endDate())));
    }

    String amount(Booking shown, BigDecimal amount) {
        return new Amounts(messages.locale()).format(amount, shown.currency());
    }

    String difference(Booking shown, BigDecimal difference) {
        return new Amounts(messages.locale()).formatDifference(difference, shown.currency());
    }

    String lines(Booking shown) {
        SaleWords words = new SaleWords(messages);
        return shown.priceLines().stream()
                .map(line -> line(words.priceLine(line), line, shown))
                .collect(Collectors.joining("\n"));
    }

    private String line(String name, PriceLine line, Booking shown) {
        return messages.text("booking.pane.line", name, amount(shown, line.amount()));
    }

    String balance(Booking shown) {
        return due(shown).signum() > 0
                ? messages.text("booking.pane.due", amount(shown, due(shown)))
                : messages.text("booking.pane.settled");
    }

    String payment(Booking shown) {
        return switch (shown.paymentStatus()) {
            case PAID -> messages.text("booking.payment.paid");
            case AUTHORISED, PENDING -> messages.text("booking.payment.pending");
            case PARTIALLY_REFUNDED, REFUNDED -> messages.text("booking.payment.refunded");
            case UNPAID, VOIDED, DECLINED -> messages.text("booking.payment.unpaid");
            case UNKNOWN -> messages.text("booking.payment.unknown");
        };
    }

    String status(Booking shown) {
        return switch (shown.status()) {
            case REQUESTED -> messages.text("booking.status.requested");
            case CONFIRMED -> messages.text("booking.status.confirmed");
            case CHECKED_IN -> messages.text("booking.status.inhouse");
            case COMPLETED -> messages.text("booking.status.completed");
            case CANCELLED -> messages.text("booking.status.cancelled");
            case DECLINED -> messages.text("booking.status.declined");
            case NO_SHOW -> messages.text("booking.status.noshow");
            case UNKNOWN -> messages.text("booking.status.unknown");
        };
    }

    String payments(List<Payment> payments, ZoneId zone) {
        Dates dates = new Dates(messages.locale());
        Amounts amounts = new Amounts(messages.locale());
        return payments.stream()
                .map(each -> messages.text(
                        "booking.pane.payment",
                        dates.moment(each.createdAt(), zone),
                        each.method() == Payment.Method.CASH
                                ? messages.text("booking.method.cash")
                                : messages.text("booking.method.card"),
                        amounts.format(each.amount(), each.currency()),
                        state(each)))
                .collect(Collectors.joining("\n"));
    }

    private String state(Payment payment) {
        if (payment.refundedAmount().signum() > 0) {
            return messages.text(
                    "booking.money.refunded",
                    new Amounts(messages.locale()).format(payment.refundedAmount(), payment.currency()));
        }
        return switch (payment.state()) {
            case CAPTURED -> messages.text("booking.money.taken");
            case DECLINED -> messages.text("booking.money.declined");
            case VOIDED, VOIDING -> messages.text("booking.money.voided");
            case SENT, UNKNOWN, APPROVED, CAPTURING -> messages.text("booking.money.pending");
        };
    }

    String history(List<HistoryEntry> entries, ZoneId zone) {
        Dates dates = new Dates(messages.locale());
        return entries.stream()
                .map(each -> messages.text(
                        "booking.pane.entry",
                        dates.moment(each.at(), zone),
                        each.actorName().isEmpty() ? messages.text("booking.pane.system") : each.actorName(),
                        action(each.action()),
                        each.detail()))
                .collect(Collectors.joining("\n"));
    }

    /// What this program does not know is shown as the server calls it.
    private String action(String action) {
        return switch (action) {
            case "booking.created" -> messages.text("booking.action.created");
            case "booking.authorised", "booking.paid" -> messages.text("booking.action.paid");
            case "booking.confirmed" -> messages.text("booking.action.confirmed");
            case "booking.changed" -> messages.text("booking.action.changed");
            case "booking.cancelled" -> messages.text("booking.action.cancelled");
            case "booking.declined" -> messages.text("booking.action.declined");
            case "booking.checked-in" -> messages.text("booking.action.arrived");
            case "booking.checked-out" -> messages.text("booking.action.departed");
            case "booking.no-show" -> messages.text("booking.action.noshow");
            case "booking.check-in-undone", "booking.check-out-undone", "booking.no-show-undone" ->
                messages.text("booking.action.undone");
            case "payment.refunded" -> messages.text("booking.action.refunded");
            case "payment.refused" -> messages.text("booking.action.refused");
            default -> action;
        };
    }
}
