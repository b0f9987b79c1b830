package dev.keyrack.kiosk.flow;

import dev.keyrack.client.sale.SaleOutcome;
import dev.keyrack.contract.availability.Hold;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.StayRange;
import java.time.Duration;
import java.time.LocalDate;

/// What moves the guest from step to step. Answers name what they answer, so that one that comes late moves nobody
/// else.
public sealed interface KioskEvent {

    /// Can happen anywhere.
    sealed interface Anywhere extends KioskEvent {}

    record Touched() implements Anywhere {}

    record IdledFor(Duration time) implements Anywhere {}

    record Back() implements Anywhere {}

    record Cancel() implements Anywhere {}

    /// The server did not answer.
    record Silent() implements Anywhere {}

    record TryAgain() implements Anywhere {}

    record Broke() implements Anywhere {}

    record AttendantCame() implements Anywhere {}

    record SetUpAgain() implements Anywhere {}

    record SetUpDone() implements Anywhere {}

    /// On the way to a booking.
    sealed interface Selling extends KioskEvent {}

    record Begin(LocalDate today) implements Selling {}

    record OtherDates() implements Selling {}

    record DatesChosen(StayRange nights) implements Selling {}

    /// A room type, or an event or practitioner whose time is still to be chosen.
    record Chosen(Offer offer) implements Selling {}

    record TimeChosen(Offer offer) implements Selling {}

    record PartyChosen(Party party) implements Selling {}

    /// The room and its people are right.
    record RoomTaken() implements Selling {}

    record Typed(GuestInput guest) implements Selling {}

    record DetailsGiven() implements Selling {}

    record Held(Visit asked, Hold hold) implements Selling {}

    record HoldEnded() implements Selling {}

    record HoldRefused(Visit asked, Problem problem) implements Selling {}

    /// Another time or another room, after the first choice was gone.
    record AlternativeTaken(Period period, Offer offer) implements Selling {}

    record PaymentBegan(String saleId) implements Selling {}

    record SaleEnded(String saleId, SaleOutcome outcome) implements Selling {}

    /// For who has a booking.
    sealed interface Arriving extends KioskEvent {}

    record HasBooking() implements Arriving {}

    record ArrivalTyped(ArrivalInput input) implements Arriving {}

    /// @param asked what had been typed when the server was asked
    record Found(ArrivalInput asked, Booking booking) implements Arriving {}

    /// A ticket was held before the scanner.
    record Scanned(Booking booking) implements Arriving {}

    record BalanceBegan(String saleId) implements Arriving {}

    /// @param booking as it is after that
    record BalanceEnded(String saleId, Booking booking, SaleOutcome outcome) implements Arriving {}

    record BalanceOpen(String saleId) implements Arriving {}

    record CameIn(Booking booking) implements Arriving {}
}
