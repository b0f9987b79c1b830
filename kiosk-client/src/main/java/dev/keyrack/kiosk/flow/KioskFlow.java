package dev.keyrack.kiosk.flow;

import dev.keyrack.client.sale.SaleOutcome;
import dev.keyrack.kiosk.flow.KioskStep.Attract;
import dev.keyrack.kiosk.flow.KioskStep.Paying;
import java.time.Duration;

/// The way through the kiosk: which step follows on what happens. An event that does not fit a step changes nothing.
public final class KioskFlow {

    public static final Duration ASKS_AFTER = Duration.ofSeconds(45);
    public static final Duration ENDS_AFTER = Duration.ofSeconds(60);

    private KioskFlow() {}

    public static KioskStep next(KioskStep step, KioskEvent event) {
        return switch (event) {
            case KioskEvent.Anywhere anywhere -> anywhere(step, anywhere);
            case KioskEvent.Selling selling -> selling(step, selling);
            case KioskEvent.Arriving arriving -> arriving(step, arriving);
        };
    }

    /// Whether money may be moving: then nothing but its outcome ends the step.
    public static boolean isPaying(KioskStep step) {
        return step instanceof Paying || step instanceof KioskStep.MoneyOpen || step instanceof KioskStep.PayingBalance;
    }

    private static KioskStep anywhere(KioskStep step, KioskEvent.Anywhere event) {
        return switch (event) {
            case KioskEvent.Touched _ -> step instanceof KioskStep.StillThere(KioskStep before) ? before : step;
            case KioskEvent.IdledFor(Duration time) -> idled(step, time);
            case KioskEvent.Back _ -> back(step);
            case KioskEvent.Cancel _ -> cancelled(step);
            case KioskEvent.Silent _ ->
                isPaying(step) || step instanceof KioskStep.ServerGone || step instanceof Attract
                        ? step
                        : new KioskStep.ServerGone(step);
            case KioskEvent.TryAgain _ -> again(step);
            case KioskEvent.Broke _ ->
                isPaying(step) || step instanceof KioskStep.SettingUp ? step : new KioskStep.Broken();
            case KioskEvent.AttendantCame _ -> step instanceof Attract ? new KioskStep.Leaving() : step;
            case KioskEvent.SetUpAgain _ ->
                step instanceof KioskStep.Leaving || step instanceof Attract ? new KioskStep.SettingUp() : step;
            case KioskEvent.SetUpDone _ -> step instanceof KioskStep.SettingUp ? new Attract() : step;
        };
    }

    private static KioskStep idled(KioskStep step, Duration time) {
        if (isPaying(step) || step instanceof Attract || step instanceof KioskStep.SettingUp) {
            return step;
        }
        if (time.compareTo(ENDS_AFTER) >= 0) {
            return new Attract();
        }
        boolean asks = time.compareTo(ASKS_AFTER) >= 0 && !(step instanceof KioskStep.StillThere);
        return asks ? new KioskStep.StillThere(step) : step;
    }

    private static KioskStep back(KioskStep step) {
        return switch (step) {
            case KioskStep.ChoosingDates(Visit visit) -> new KioskStep.Offers(visit);
            case KioskStep.ChoosingTime(Visit visit) -> new KioskStep.Offers(visit);
            case KioskStep.Room(Visit visit) -> choosing(visit.keeping(null));
            case KioskStep.Details(Visit visit) -> new KioskStep.Room(visit);
            case KioskStep.Review(Visit visit) -> new KioskStep.Details(visit);
            case KioskStep.SoldOut(Visit visit, var _) -> new KioskStep.Offers(visit.keeping(null));
            case KioskStep.NotPaid(Visit visit, var _) -> new KioskStep.Review(visit);
            case KioskStep.NotBooked(Visit visit, var _, var _) -> new KioskStep.Offers(visit.keeping(null));
            case KioskStep.ServerGone(KioskStep before) -> back(before);
            case KioskStep.StillThere(KioskStep before) -> before;
            case KioskStep.Offers _, KioskStep.FindingBooking _, KioskStep.Leaving _, KioskStep.Broken _ ->
                new Attract();
            case KioskStep.Arriving _ -> new KioskStep.FindingBooking(ArrivalInput.EMPTY);
            default -> step;
        };
    }

    /// Back from what was chosen to the choice that led there.
    private static KioskStep choosing(Visit visit) {
        return visit.requireOffer().time() == null ? new KioskStep.Offers(visit) : new KioskStep.ChoosingTime(visit);
    }

    private static KioskStep cancelled(KioskStep step) {
        return switch (step) {
            case Paying(Visit visit, String id, var _) -> new Paying(visit, id, true);
            case KioskStep.MoneyOpen _, KioskStep.PayingBalance _, KioskStep.SettingUp _ -> step;
            default -> new Attract();
        };
    }

    private static KioskStep again(KioskStep step) {
        return switch (step) {
            case KioskStep.ServerGone(KioskStep before) -> before;
            case KioskStep.NotPaid(Visit visit, var _) -> new KioskStep.Review(visit);
            case KioskStep.NotBooked(Visit visit, var _, var _) -> new KioskStep.Offers(visit.keeping(null));
            default -> step;
        };
    }

    private static KioskStep selling(KioskStep step, KioskEvent.Selling event) {
        return switch (event) {
            case KioskEvent.Begin(var today) ->
                step instanceof Attract ? new KioskStep.Offers(Visit.tonight(today)) : step;
            case KioskEvent.OtherDates _
            when step instanceof KioskStep.Offers(Visit visit) -> new KioskStep.ChoosingDates(visit);
            case KioskEvent.DatesChosen(var nights)
            when step instanceof KioskStep.ChoosingDates(Visit visit) -> new KioskStep.Offers(visit.on(nights));
            case KioskEvent.AlternativeTaken(var period, Offer offer)
            when step instanceof KioskStep.SoldOut || step instanceof KioskStep.NotBooked ->
                new KioskStep.Review(
                        ((KioskStep.Selling) step).visit().on(period).of(offer));
            case KioskEvent.Chosen(Offer offer)
            when step instanceof KioskStep.Offers(Visit visit) -> chosen(visit.of(offer), offer);
            case KioskEvent.TimeChosen(Offer offer)
            when step instanceof KioskStep.ChoosingTime(Visit visit) -> new KioskStep.Room(visit.of(offer));
            case KioskEvent.PartyChosen(Party party)
            when step instanceof KioskStep.Room(Visit visit) -> new KioskStep.Room(visit.with(party));
            case KioskEvent.RoomTaken _
            when step instanceof KioskStep.Room(Visit visit) -> new KioskStep.Details(visit);
            case KioskEvent.Typed(GuestInput guest)
            when step instanceof KioskStep.Details(Visit visit) -> new KioskStep.Details(visit.by(guest));
            case KioskEvent.DetailsGiven _
            when step instanceof KioskStep.Details(Visit visit) -> new KioskStep.Review(visit);
            case KioskEvent.Held(Visit asked, var hold)
            when step instanceof KioskStep.Review(Visit visit) && visit.equals(asked) ->
                new KioskStep.Review(visit.keeping(hold));
            case KioskEvent.HoldEnded _
            when step instanceof KioskStep.Review(Visit visit) -> new KioskStep.Review(visit.keeping(null));
            case KioskEvent.HoldRefused(Visit asked, var problem)
            when step instanceof KioskStep.Review(Visit visit) && visit.equals(asked) ->
                new KioskStep.SoldOut(visit.keeping(null), problem);
            case KioskEvent.PaymentBegan(String id)
            when step instanceof KioskStep.Review(Visit visit) && visit.hold() != null -> new Paying(visit, id, false);
            case KioskEvent.SaleEnded(String id, SaleOutcome outcome) -> sold(step, id, outcome);
            default -> step;
        };
    }

    private static KioskStep chosen(Visit visit, Offer offer) {
        return offer.time() == null ? new KioskStep.Room(visit) : new KioskStep.ChoosingTime(visit);
    }

    private static KioskStep sold(KioskStep step, String id, SaleOutcome outcome) {
        String mine = switch (step) {
            case Paying paying -> paying.saleId();
            case KioskStep.MoneyOpen open -> open.saleId();
            default -> "";
        };
        if (!mine.equals(id) || !(step instanceof KioskStep.Selling selling)) {
            return step;
        }
        Visit visit = selling.visit();
        return switch (outcome) {
            case SaleOutcome.Sold(var booking, var _) -> new KioskStep.Ticket(booking, visit);
            case SaleOutcome.NotPaid(var reason) -> new KioskStep.NotPaid(visit, reason);
            case SaleOutcome.Refused(var problem, var money) -> new KioskStep.NotBooked(visit, problem, money);
            case SaleOutcome.Open _ -> new KioskStep.MoneyOpen(visit, id);
            case SaleOutcome.Settled _ -> step;
        };
    }

    private static KioskStep arriving(KioskStep step, KioskEvent.Arriving event) {
        return switch (event) {
            case KioskEvent.HasBooking _
            when step instanceof Attract -> new KioskStep.FindingBooking(ArrivalInput.EMPTY);
            case KioskEvent.ArrivalTyped(ArrivalInput input)
            when step instanceof KioskStep.FindingBooking -> new KioskStep.FindingBooking(input);
            case KioskEvent.Found(ArrivalInput asked, var booking)
            when step instanceof KioskStep.FindingBooking(ArrivalInput input) && input.equals(asked) ->
                new KioskStep.Arriving(booking, null);
            case KioskEvent.Scanned(var booking)
            when step instanceof Attract
                    || step instanceof KioskStep.FindingBooking
                    || step instanceof KioskStep.Ticket -> new KioskStep.Arriving(booking, null);
            case KioskEvent.BalanceBegan(String id)
            when step instanceof KioskStep.Arriving(var booking, var _) ->
                new KioskStep.PayingBalance(booking, id, false);
            case KioskEvent.BalanceOpen(String id)
            when step instanceof KioskStep.PayingBalance(var booking, String mine, var _) && mine.equals(id) ->
                new KioskStep.PayingBalance(booking, id, true);
            case KioskEvent.BalanceEnded(String id, var booking, var outcome)
            when step instanceof KioskStep.PayingBalance(var _, String mine, var _) && mine.equals(id) ->
                new KioskStep.Arriving(booking, outcome);
            case KioskEvent.CameIn(var booking)
            when step instanceof KioskStep.Arriving -> new KioskStep.CheckedIn(booking);
            default -> step;
        };
    }
}
