package dev.keyrack.client.sale;

import dev.keyrack.contract.booking.CreateBooking;
import dev.keyrack.contract.booking.PayBooking;
import dev.keyrack.contract.booking.PaymentDetails;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.value.BookingId;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/// One sale, or one payment towards a booking that exists already, from the first step to the last.
///
/// @param id names it to the terminal as the payment and to the server as the idempotency key
/// @param request what is booked, without payment details; null if `settles` is there
/// @param settles the booking that is paid for; null for a sale
/// @param token what the terminal gave for the card, once it has approved
/// @param amount what the guest pays now
/// @param card what the terminal says of the card, once it has approved
/// @param problem why the server will not book it
public record Sale(
        String id,
        State state,
        @Nullable CreateBooking request,
        @Nullable BookingId settles,
        @Nullable String token,
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
        return new Sale(UUID.randomUUID().toString(), State.PAYING, request, null, null, amount, currency, null, null);
    }

    /// A payment by card towards what a booking still owes.
    public static Sale settling(BookingId booking, BigDecimal amount, CurrencyUnit currency) {
        return new Sale(UUID.randomUUID().toString(), State.PAYING, null, booking, null, amount, currency, null, null);
    }

    Sale paid(String given, String shownCard) {
        return new Sale(id, State.PAID, request, settles, given, amount, currency, shownCard, null);
    }

    /// What the server is asked to book.
    CreateBooking toRequest() {
        CreateBooking wanted = Objects.requireNonNull(request);
        return new CreateBooking(
                wanted.resourceId(),
                wanted.startDate(),
                wanted.endDate(),
                wanted.quantity(),
                wanted.userDetails(),
                wanted.paymentMethod(),
                token == null ? wanted.paymentDetails() : new PaymentDetails(token),
                wanted.holdId(),
                wanted.guests(),
                wanted.unitId(),
                wanted.expectedVersion(),
                wanted.notes());
    }

    /// What the server is asked to take note of.
    PayBooking toPayment() {
        return new PayBooking(
                CreateBooking.PaymentMethod.CREDIT_CARD, amount, new PaymentDetails(Objects.requireNonNull(token)));
    }

    Sale refused(Problem why) {
        return new Sale(id, State.REVERSING, request, settles, token, amount, currency, card, why);
    }

    boolean byCard() {
        return request == null || request.paymentMethod() == CreateBooking.PaymentMethod.CREDIT_CARD;
    }
}
