package dev.keyrack.kiosk.arrival;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.ServerApi;
import dev.keyrack.client.sale.SaleOutcome;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.fx.Amounts;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import dev.keyrack.kiosk.arrival.ArrivalRule.Next;
import dev.keyrack.kiosk.flow.House;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import dev.keyrack.kiosk.payment.Till;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// A guest's booking at the door: is it right, what is still to be paid, and in.
public final class ArrivingViewModel implements ViewModel {

    private final Journey journey;
    private final ServerApi api;
    private final Till till;
    private final House house;
    private final UiTasks tasks;
    private final Messages messages;
    private final Booking booking;
    private final @Nullable SaleOutcome payment;
    private final String key = UUID.randomUUID().toString();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper refused = new ReadOnlyBooleanWrapper();

    public ArrivingViewModel(Journey journey, ServerApi api, Till till, House house, UiTasks tasks, Messages messages) {
        this.journey = journey;
        this.api = api;
        this.till = till;
        this.house = house;
        this.tasks = tasks;
        this.messages = messages;
        KioskStep.Arriving step = journey.require(KioskStep.Arriving.class);
        booking = step.booking();
        payment = step.payment();
    }

    @Override
    public void onShow() {
        notice.set(paymentText());
    }

    @Override
    public void onHide() {}

    private String paymentText() {
        return switch (payment) {
            case null -> "";
            case SaleOutcome.Settled _, SaleOutcome.Sold _ -> messages.text("arrival.payment.done");
            case SaleOutcome.NotPaid(SaleOutcome.NotPaid.Reason reason) ->
                switch (reason) {
                    case DECLINED -> messages.text("arrival.payment.declined");
                    case CANCELLED -> messages.text("payment.cancelled.text");
                    case BUSY -> messages.text("payment.busy.text");
                };
            case SaleOutcome.Refused(var _, SaleOutcome.Money money) ->
                switch (money) {
                    case NEVER_TAKEN -> messages.text("payment.money.never");
                    case GIVEN_BACK -> messages.text("payment.money.back");
                    case ON_ITS_WAY_BACK -> messages.text("payment.money.coming");
                };
            case SaleOutcome.Open _ -> messages.text("payment.open.text");
        };
    }

    private ZoneId zone() {
        return house.site().timeZone();
    }

    private Next next() {
        return ArrivalRule.next(booking, house.site().id(), house.today(), zone());
    }

    public String title() {
        return messages.text("arrival.view.hello", booking.userDetails().firstName());
    }

    public String room() {
        String house = this.house.site().name() + " - ";
        String name = booking.resourceName();
        return (name.startsWith(house) ? name.substring(house.length()) : name).replaceFirst(" \\([A-Z]\\)$", "");
    }

    public String stay() {
        return messages.text(
                "arrival.view.stay", house.words(booking.period(), new Dates(messages.locale())), booking.guests());
    }

    public String balance() {
        if (booking.status() == BookingStatus.CANCELLED) {
            return messages.text("arrival.view.cancelled");
        }
        BigDecimal owed = booking.totalPrice().subtract(booking.paidAmount());
        Amounts amounts = new Amounts(messages.locale());
        return owed.signum() > 0
                ? messages.text("arrival.view.owed", amounts.format(owed, booking.currency()))
                : messages.text("arrival.view.paid", amounts.format(booking.paidAmount(), booking.currency()));
    }

    /// What comes next, in words.
    public String advice() {
        return switch (next()) {
            case PAY -> messages.text("arrival.advice.pay");
            case CHECK_IN -> messages.text("arrival.advice.in");
            case IS_IN ->
                booking.unitName() == null
                        ? messages.text("arrival.advice.isin")
                        : messages.text("arrival.advice.unit", booking.unitName());
            case TOO_EARLY ->
                messages.text(
                        "arrival.advice.early",
                        new Dates(messages.locale()).longDay(booking.period().firstDay(zone())));
            case ASK -> messages.text("arrival.advice.ask");
        };
    }

    public boolean payAllowed() {
        return next() == Next.PAY;
    }

    public boolean checkInAllowed() {
        return next() == Next.CHECK_IN;
    }

    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /// Whether the house would not let the guest in here: only people can help then.
    public ReadOnlyBooleanProperty refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    /// Whether the notice is good news.
    public boolean paidHere() {
        return payment instanceof SaleOutcome.Settled;
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public void pay() {
        if (payAllowed()) {
            till.settle(booking);
        }
    }

    public void checkIn() {
        if (!checkInAllowed() || working.get()) {
            return;
        }
        working.set(true);
        notice.set("");
        tasks.run(() -> api.stays().checkIn(booking.bookingId(), null, key))
                .onDone(this::tell)
                .onFailed(failure -> silent());
    }

    private void tell(ApiOutcome<Booking> outcome) {
        working.set(false);
        switch (outcome) {
            case ApiOutcome.Answered<Booking>(Booking in) -> journey.tell(new KioskEvent.CameIn(in));
            case ApiOutcome.Refused<Booking>(Problem problem) -> {
                refused.set(true);
                notice.set(
                        problem.type() == ProblemType.UNIT_TAKEN
                                ? messages.text("arrival.refused.unit")
                                : messages.text("arrival.refused.other"));
            }
            case ApiOutcome.Unanswered<Booking> _ -> silent();
        }
    }

    private void silent() {
        working.set(false);
        journey.tell(new KioskEvent.Silent());
    }
}
