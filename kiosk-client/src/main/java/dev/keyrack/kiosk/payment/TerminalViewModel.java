package dev.keyrack.kiosk.payment;

import dev.keyrack.client.sale.SaleOutcome;
import dev.keyrack.contract.availability.Hold;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.fx.Amounts;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.ViewModel;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import dev.keyrack.kiosk.flow.Visit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// What the guest must do at the card terminal, and afterwards what happened to the money, in every case.
public final class TerminalViewModel implements ViewModel {

    private final Journey journey;
    private final Till till;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<Face> face;
    private Subscription steps = Subscription.EMPTY;

    /// What the screen says.
    ///
    /// @param icon what is drawn above the words
    /// @param retry whether the guest may try again here
    /// @param stop whether the guest may stop the terminal
    public record Face(String icon, String amount, String title, String text, boolean retry, boolean stop) {}

    public TerminalViewModel(Journey journey, Till till, Messages messages) {
        this.journey = journey;
        this.till = till;
        this.messages = messages;
        face = new ReadOnlyObjectWrapper<>(toFace(journey.step()));
    }

    @Override
    public void onShow() {
        steps = journey.stepProperty().subscribe(step -> face.set(toFace(step)));
    }

    @Override
    public void onHide() {
        steps.unsubscribe();
    }

    private Face toFace(KioskStep step) {
        return switch (step) {
            case KioskStep.Paying(Visit visit, var _, boolean stopping) -> asking(amountOf(visit), stopping);
            case KioskStep.PayingBalance(Booking booking, var _, boolean open) ->
                open ? open(amountOf(booking)) : asking(amountOf(booking), false);
            case KioskStep.MoneyOpen(Visit visit, var _) -> open(amountOf(visit));
            case KioskStep.NotPaid unpaid -> notPaid(amountOf(unpaid.visit()), unpaid.reason());
            case KioskStep.NotBooked(Visit visit, var problem, SaleOutcome.Money money) ->
                new Face(
                        "fth-info",
                        amountOf(visit),
                        problem.type() == ProblemType.PAYMENT_DECLINED
                                ? messages.text("payment.declined.title")
                                : messages.text("payment.refused.title"),
                        moneyText(money),
                        true,
                        false);
            case KioskStep.StillThere(KioskStep before) -> toFace(before);
            default -> new Face("fth-credit-card", "", "", "", false, false);
        };
    }

    private Face notPaid(String amount, SaleOutcome.NotPaid.Reason reason) {
        return new Face(
                "fth-credit-card",
                amount,
                switch (reason) {
                    case DECLINED -> messages.text("payment.declined.title");
                    case CANCELLED -> messages.text("payment.cancelled.title");
                    case BUSY -> messages.text("payment.busy.title");
                },
                switch (reason) {
                    case DECLINED -> messages.text("payment.declined.text");
                    case CANCELLED -> messages.text("payment.cancelled.text");
                    case BUSY -> messages.text("payment.busy.text");
                },
                true,
                false);
    }

    private Face asking(String amount, boolean stopping) {
        return new Face(
                "fth-credit-card",
                amount,
                stopping ? messages.text("payment.stopping.title") : messages.text("payment.terminal.title"),
                stopping ? messages.text("payment.stopping.text") : messages.text("payment.terminal.text"),
                false,
                !stopping);
    }

    private Face open(String amount) {
        return new Face(
                "fth-clock",
                amount,
                messages.text("payment.open.title"),
                messages.text("payment.open.text"),
                false,
                false);
    }

    private String moneyText(SaleOutcome.Money money) {
        return switch (money) {
            case NEVER_TAKEN -> messages.text("payment.money.never");
            case GIVEN_BACK -> messages.text("payment.money.back");
            case ON_ITS_WAY_BACK -> messages.text("payment.money.coming");
        };
    }

    private String amountOf(Visit visit) {
        Hold hold = visit.hold();
        return hold == null ? "" : new Amounts(messages.locale()).format(hold.totalPrice(), hold.currency());
    }

    private String amountOf(Booking booking) {
        return new Amounts(messages.locale())
                .format(booking.totalPrice().subtract(booking.paidAmount()), booking.currency());
    }

    public ReadOnlyObjectProperty<Face> faceProperty() {
        return face.getReadOnlyProperty();
    }

    public ObservableValue<Boolean> retryAllowed() {
        return face.map(Face::retry);
    }

    public ObservableValue<Boolean> stopAllowed() {
        return face.map(Face::stop);
    }

    public void retry() {
        journey.tell(new KioskEvent.TryAgain());
    }

    public void stop() {
        journey.tell(new KioskEvent.Cancel());
        till.stop();
    }
}
