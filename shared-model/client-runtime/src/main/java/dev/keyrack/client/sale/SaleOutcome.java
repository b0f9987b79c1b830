package dev.keyrack.client.sale;

import dev.keyrack.contract.booking.CreatedBooking;
import dev.keyrack.contract.payment.Payment;
import dev.keyrack.contract.problem.Problem;
import org.jspecify.annotations.Nullable;

/// How a sale went.
public sealed interface SaleOutcome {

    /// @param card what the receipt may show of the card, or null if none was used
    record Sold(CreatedBooking booking, @Nullable String card) implements SaleOutcome {}

    /// A booking that existed was paid for.
    record Settled(Payment payment, @Nullable String card) implements SaleOutcome {}

    /// The card was not taken; nothing was booked and nothing paid.
    record NotPaid(Reason reason) implements SaleOutcome {

        public enum Reason {
            DECLINED,
            CANCELLED,
            BUSY
        }
    }

    /// The server would not book it.
    record Refused(Problem problem, Money money) implements SaleOutcome {}

    /// Where the guest's money is after a refusal.
    enum Money {
        NEVER_TAKEN,
        GIVEN_BACK,
        /// The terminal is silent; it is asked until it has given it back.
        ON_ITS_WAY_BACK
    }

    /// The terminal or the server is silent. It goes on by itself: it is neither lost nor paid twice.
    record Open(Sale.State state) implements SaleOutcome {}
}
