package dev.keyrack.desktop.booking;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.PaymentStatus;
import dev.keyrack.contract.booking.PriceLine;
import dev.keyrack.contract.payment.Payment;
import dev.keyrack.contract.stay.UnitNights;
import dev.keyrack.desktop.sale.SaleWords;
import dev.keyrack.desktop.wording.BookingWords;
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

    /// What is still to be paid, never below zero; nothing for what is not promised any more.
    static BigDecimal due(Booking booking) {
        if (booking.status() == BookingStatus.CANCELLED || booking.status() == BookingStatus.DECLINED) {
            return BigDecimal.ZERO;
        }
        return BookingWords.balance(booking).max(BigDecimal.ZERO);
    }

    String guest(Booking shown) {
        return BookingWords.name(shown.userDetails());
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
        return new BookingWords(messages).amount(shown, amount);
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

    String payment(PaymentStatus status) {
        return switch (status) {
            case PAID -> messages.text("booking.payment.paid");
            case AUTHORISED, PENDING -> messages.text("booking.payment.pending");
            case PARTIALLY_REFUNDED, REFUNDED -> messages.text("booking.payment.refunded");
            case UNPAID, VOIDED, DECLINED -> messages.text("booking.payment.unpaid");
            case UNKNOWN -> messages.text("booking.payment.unknown");
        };
    }

    String status(Booking shown) {
        return new BookingWords(messages).status(shown.status());
    }

    String payments(List<Payment> payments, ZoneId zone) {
        Dates dates = new Dates(messages.locale());
        Amounts amounts = new Amounts(messages.locale());
        if (payments.isEmpty()) {
            return messages.text("booking.pane.nopayment");
        }
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
}
