package dev.keyrack.server.booking;

import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.PaymentId;
import dev.keyrack.server.payment.GatewayOutcome;
import dev.keyrack.server.payment.PaymentListener;
import dev.keyrack.server.persistence.Transaction;

/// Brings to bookings what became of their payments after the request that began them was gone.
public final class BookingSettlement implements PaymentListener {

    private final BookingService bookings;
    private final ChangeService changes;
    private final DeskPaymentService desk;
    private final BookingRegister register;

    public BookingSettlement(
            BookingService bookings, ChangeService changes, DeskPaymentService desk, BookingRegister register) {
        this.bookings = bookings;
        this.changes = changes;
        this.desk = desk;
        this.register = register;
    }

    @Override
    public void settled(Transaction tx, PaymentId payment, BookingId booking, GatewayOutcome outcome) {
        if (register.store().findPending(tx, payment).isPresent()) {
            changes.settled(tx, booking, payment, outcome);
        } else if (DeskPaymentService.pays(register.require(tx, booking).status())) {
            desk.settled(tx, booking, payment, outcome);
        } else {
            bookings.settled(tx, booking, payment, outcome);
            desk.finish(tx, payment);
        }
    }

    @Override
    public void moved(Transaction tx, BookingId booking) {
        register.keepPayments(tx, booking);
    }
}
