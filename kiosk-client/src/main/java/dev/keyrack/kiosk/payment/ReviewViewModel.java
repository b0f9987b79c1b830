package dev.keyrack.kiosk.payment;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.BookingApi;
import dev.keyrack.contract.availability.CreateHold;
import dev.keyrack.contract.availability.Hold;
import dev.keyrack.contract.booking.PriceLine;
import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.fx.Amounts;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import dev.keyrack.kiosk.flow.House;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import dev.keyrack.kiosk.flow.Offer;
import dev.keyrack.kiosk.flow.Visit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What it costs, line by line, and what cancelling would cost, before anything is paid. The server keeps the room from
/// here on.
public final class ReviewViewModel implements ViewModel {

    private final Journey journey;
    private final BookingApi bookings;
    private final Till till;
    private final House house;
    private final UiTasks tasks;
    private final Messages messages;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper total = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper kept = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private Subscription steps = Subscription.EMPTY;
    private @Nullable Visit asked;

    /// A line of the price.
    public record Line(String text, String amount) {}

    public ReviewViewModel(
            Journey journey, BookingApi bookings, Till till, House house, UiTasks tasks, Messages messages) {
        this.journey = journey;
        this.bookings = bookings;
        this.till = till;
        this.house = house;
        this.tasks = tasks;
        this.messages = messages;
    }

    @Override
    public void onShow() {
        steps = journey.stepProperty().subscribe(_ -> follow());
    }

    @Override
    public void onHide() {
        steps.unsubscribe();
    }

    private void follow() {
        if (journey.step() instanceof KioskStep.Review(Visit visit)) {
            Hold hold = visit.hold();
            ready.set(hold != null);
            if (hold != null) {
                show(hold);
            } else if (!visit.equals(asked)) {
                keep(visit);
            }
        }
    }

    private void keep(Visit visit) {
        asked = visit;
        kept.set(messages.text("payment.review.keeping"));
        var wanted = new CreateHold(
                visit.requireOffer().resource().id(),
                visit.period().startText(),
                visit.period().endText(),
                new Quantity(visit.party().rooms()),
                visit.party().guests(),
                null);
        tasks.run(() -> bookings.hold(wanted))
                .onDone(outcome -> answered(visit, outcome))
                .onFailed(failure -> answered(visit, new ApiOutcome.Unanswered<>(String.valueOf(failure))));
    }

    private void answered(Visit visit, ApiOutcome<Hold> outcome) {
        asked = null;
        switch (outcome) {
            case ApiOutcome.Answered<Hold>(Hold hold) -> journey.tell(new KioskEvent.Held(visit, hold));
            case ApiOutcome.Refused<Hold>(Problem problem)
            when problem.status() < 500 -> journey.tell(new KioskEvent.HoldRefused(visit, problem));
            case ApiOutcome.Refused<Hold> _, ApiOutcome.Unanswered<Hold> _ -> {
                if (journey.step() instanceof KioskStep.Review(Visit now) && now.equals(visit)) {
                    journey.tell(new KioskEvent.Silent());
                }
            }
        }
    }

    private void show(Hold hold) {
        Amounts amounts = new Amounts(messages.locale());
        lines.setAll(linesOf(hold, amounts));
        total.set(amounts.format(hold.totalPrice(), hold.currency()));
        Instant end = hold.expiresAt();
        kept.set(
                end == null
                        ? ""
                        : messages.text(
                                "payment.review.kept",
                                new Dates(messages.locale())
                                        .time(end, house.site().timeZone())));
    }

    /// Nights of one price are one line, with their sum.
    private List<Line> linesOf(Hold hold, Amounts amounts) {
        Map<BigDecimal, Integer> pieces = new LinkedHashMap<>();
        List<Line> rest = new ArrayList<>();
        for (PriceLine line : hold.priceLines()) {
            if (line.kind() == PriceLine.Kind.GRAIN) {
                pieces.merge(line.amount(), 1, Integer::sum);
            } else {
                String name = taxName(line.text());
                rest.add(new Line(
                        line.included() ? messages.text("payment.review.included", name) : name,
                        amounts.format(line.amount(), hold.currency())));
            }
        }
        List<Line> all = new ArrayList<>();
        pieces.forEach((each, count) -> all.add(new Line(
                piece(count, amounts.format(each, hold.currency())),
                amounts.format(each.multiply(BigDecimal.valueOf(count)), hold.currency()))));
        all.addAll(rest);
        return all;
    }

    /// In the guest's language where we know the word.
    private String taxName(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "vat" -> messages.text("payment.tax.vat");
            case "city tax" -> messages.text("payment.tax.city");
            default -> word;
        };
    }

    private String piece(int count, String each) {
        Visit visit = visit();
        return switch (visit.requireOffer().grain()) {
            case NIGHT -> messages.text("payment.review.nights", count, each);
            case TIME -> messages.text("payment.review.appointment");
            case OCCURRENCE ->
                messages.text("payment.review.tickets", visit.party().rooms());
        };
    }

    private Visit visit() {
        return journey.require(KioskStep.Review.class).visit();
    }

    public String room() {
        Visit visit = visit();
        Offer offer = visit.requireOffer();
        return visit.party().rooms() == 1
                ? offer.title()
                : messages.text("payment.review.rooms", visit.party().rooms(), offer.title());
    }

    public String stay() {
        Visit visit = visit();
        String when = house.words(visit.period(), new Dates(messages.locale()));
        return visit.requireOffer().grain() == Grain.NIGHT
                ? messages.text(
                        "payment.review.stay",
                        when,
                        visit.nights(),
                        visit.party().guests())
                : when;
    }

    public String guest() {
        Visit visit = visit();
        String email = visit.guest().email();
        String name = visit.guest().firstName() + " " + visit.guest().lastName();
        return email.isBlank() ? name : name + " · " + email;
    }

    public String policy() {
        Visit visit = visit();
        CancellationPolicy policy = visit.requireOffer().resource().terms().cancellationPolicy();
        if (policy.feePercent() == 0) {
            return messages.text("payment.policy.always");
        }
        Instant freeUntil = policy.freeUntil(house.site().startOf(visit.period()));
        return freeUntil.isAfter(house.clock().instant())
                ? messages.text(
                        "payment.policy.free",
                        new Dates(messages.locale())
                                .moment(freeUntil, house.site().timeZone()),
                        policy.feePercent())
                : messages.text("payment.policy.late", policy.feePercent());
    }

    public ObservableList<Line> lines() {
        return lines;
    }

    public ReadOnlyStringProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    public ObservableValue<String> payText() {
        return total.map(amount ->
                amount.isEmpty() ? messages.text("payment.review.wait") : messages.text("payment.review.pay", amount));
    }

    /// Until when the room is kept.
    public ReadOnlyStringProperty keptProperty() {
        return kept.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty payAllowed() {
        return ready.getReadOnlyProperty();
    }

    public void pay() {
        if (ready.get()) {
            ready.set(false);
            till.pay(visit());
        }
    }
}
