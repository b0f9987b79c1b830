package dev.keyrack.kiosk.flow;

import dev.keyrack.client.sale.SaleOutcome;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.CreatedBooking;
import dev.keyrack.contract.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Where the guest stands; one step is one question on the screen.
public sealed interface KioskStep {

    /// Staff tell the kiosk which house it serves.
    record SettingUp() implements KioskStep {}

    /// Nobody is here.
    record Attract() implements KioskStep {}

    /// A step on the way to a booking.
    sealed interface Selling extends KioskStep {

        Visit visit();
    }

    record Offers(Visit visit) implements Selling {}

    record ChoosingDates(Visit visit) implements Selling {}

    /// Which performance, or when the appointment.
    record ChoosingTime(Visit visit) implements Selling {}

    /// What was chosen, how many of it, and for whom.
    record Room(Visit visit) implements Selling {}

    record Details(Visit visit) implements Selling {}

    /// Price and policy; the hold is there as soon as the server has answered.
    record Review(Visit visit) implements Selling {}

    /// The server will not keep the room: somebody was faster, or a rule of the house is against it.
    record SoldOut(Visit visit, Problem problem) implements Selling {}

    /// The terminal asks for the card.
    ///
    /// @param stopping the guest has cancelled; what the terminal says decides
    record Paying(Visit visit, String saleId, boolean stopping) implements Selling {}

    /// The terminal or the server is silent after the card was asked for: the outcome comes by itself.
    record MoneyOpen(Visit visit, String saleId) implements Selling {}

    record NotPaid(Visit visit, SaleOutcome.NotPaid.Reason reason) implements Selling {}

    /// The server would not book what was paid.
    record NotBooked(Visit visit, Problem problem, SaleOutcome.Money money) implements Selling {}

    /// Sold.
    record Ticket(CreatedBooking booking, Visit visit) implements KioskStep {}

    record FindingBooking(ArrivalInput input) implements KioskStep {}

    /// The booking, what is still to be paid, and the way in.
    ///
    /// @param payment how a payment just made here went, or null
    record Arriving(Booking booking, @Nullable SaleOutcome payment) implements KioskStep {}

    /// The terminal asks for the card of an arriving guest.
    ///
    /// @param open the terminal or the server is silent: the outcome comes by itself
    record PayingBalance(Booking booking, String saleId, boolean open) implements KioskStep {}

    record CheckedIn(Booking booking) implements KioskStep {}

    /// The server did not answer; the guest may try again and has lost nothing.
    record ServerGone(KioskStep before) implements KioskStep {}

    /// Nobody has touched the screen for a while.
    record StillThere(KioskStep before) implements KioskStep {}

    /// Staff want to leave the program.
    record Leaving() implements KioskStep {}

    /// Something went wrong in the program itself.
    record Broken() implements KioskStep {}
}
