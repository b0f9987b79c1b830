package dev.keyrack.client.sale;

import dev.keyrack.contract.booking.CreateBooking;
import dev.keyrack.contract.booking.PaymentDetails;
import dev.keyrack.contract.problem.Problem;
import java.math.BigDecimal;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/// One sale, from the first step to the last.
///
/// @param id names it to the terminal as the payment and to the server as the idempotency key
/// @param request what is booked; without payment details until the terminal gave a token
/// @param amount what the guest pays now
/// @param card what the terminal says of the card, once it has approved
/// @param problem why the server will not book it
public record Sale(
        String id,
        State state,
        CreateBooking request,
        BigDecimal amount,
        CurrencyUnit currency,
        @Nullable String card,
        @Nullable Problem problem) {

    /// What is known for certain; each is on disk before the step that follows it.
    public enum State {
        /// The terminal may have been asked.
        PAYING,
        /// The terminal approved; the server may have been told.
        PAID,
        /// The server will not book it; the terminal may have been told to give the money back.
        REVERSING
    }

    /// @param request without payment details
    public static Sale of(CreateBooking request, BigDecimal amount, CurrencyUnit currency) {
        return new Sale(UUID.randomUUID().toString(), State.PAYING, request, amount, currency, null, null);
    }

    Sale paid(String token, String shownCard) {
        CreateBooking with = new CreateBooking(
                request.resourceId(),
                request.startDate(),
                request.endDate(),
                request.quantity(),
                request.userDetails(),
                request.paymentMethod(),
                new PaymentDetails(token),
                request.holdId(),
                request.guests(),
                request.unitId(),
                request.expectedVersion(),
                request.notes());
        return new Sale(id, State.PAID, with, amount, currency, shownCard, null);
    }

    Sale refused(Problem why) {
        return new Sale(id, State.REVERSING, request, amount, currency, card, why);
    }

    boolean byCard() {
        return request.paymentMethod() == CreateBooking.PaymentMethod.CREDIT_CARD;
    }
}
