package dev.keyrack.server.payment;

import dev.keyrack.contract.Port;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.PaymentId;
import dev.keyrack.server.persistence.Transaction;

/// Whoever owns what payments are for. Called within the transaction that records the news.
@Port("payment does not know bookings")
public interface PaymentListener {

    /// An authorisation's outcome became known after its request was gone.
    void settled(Transaction tx, PaymentId payment, BookingId booking, GatewayOutcome outcome);

    /// A capture, void or refund was done.
    void moved(Transaction tx, BookingId booking);
}
