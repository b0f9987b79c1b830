package dev.keyrack.server.booking;

import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.PaymentId;
import dev.keyrack.server.payment.GatewayOutcome;
import dev.keyrack.server.payment.PaymentListener;
import dev.keyrack.server.payment.PaymentService;
import dev.keyrack.server.persistence.Transaction;

/// Brings to bookings what became of their payments after the request that began them was gone.
public final class BookingSettlement implements PaymentListener {

    private final BookingService bookings;
    private final ChangeService changes;
    private final PaymentService payments;
    private final BookingRegister register;

    public BookingSettlement(
            BookingService bookings, ChangeService changes, PaymentService payments, BookingRegister register) {
        this.bookings = bookings;
        this.changes = changes;
        this.payments = payments;
        this.register = register;
    }

    @Override
    public void settled(Transaction tx, PaymentId payment, BookingId booking, GatewayOutcome outcome) {
        if (register.store().findPending(tx, payment).isPresent()) {
            changes.settled(tx, booking, payment, outcome);
        } else {
            bookings.settled(tx, booking, payment, outcome);
        }
    }

    @Override
    public void moved(Transaction tx, BookingId booking) {
        register.withPayments(tx, register.require(tx, booking), payments.listPayments(tx, booking));
    }
}
