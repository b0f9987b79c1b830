package dev.keyrack.kiosk.offer;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.problem.Alternative;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.value.Period;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What else is free, for a guest whose room was sold to somebody faster.
public final class SoldOutViewModel implements ViewModel {

    private static final int MOST = 4;

    private final Journey journey;
    private final OfferFinder finder;
    private final House house;
    private final UiTasks tasks;
    private final Messages messages;
    private final Problem problem;

    /// Another time or another room.
    public record Choice(String id, String title, String nights, String total, Period period, Resource resource) {}

    public SoldOutViewModel(Journey journey, OfferFinder finder, House house, UiTasks tasks, Messages messages) {
        this.journey = journey;
        this.finder = finder;
        this.house = house;
        this.tasks = tasks;
        this.messages = messages;
        problem = journey.require(KioskStep.SoldOut.class).problem();
    }

    @Override
    public void onShow() {}

    @Override
    public void onHide() {}

    public String text() {
        return switch (problem.type()) {
            case SOLD_OUT, UNIT_TAKEN, CHANGED_MEANWHILE, HOLD_EXPIRED -> messages.text("offer.gone.sold");
            case CLOSED, CLOSED_TO_ARRIVAL, CLOSED_TO_DEPARTURE -> messages.text("offer.gone.closed");
            case MINIMUM_STAY -> messages.text("offer.gone.short");
            case MAXIMUM_STAY -> messages.text("offer.gone.long");
            case TOO_MANY_GUESTS -> messages.text("offer.gone.crowded");
            default -> messages.text("offer.gone.other");
        };
    }

    public List<Choice> choices() {
        return Stream.ofNullable(problem.alternatives())
                .flatMap(List::stream)
                .flatMap(each -> toChoice(each).stream())
                .limit(MOST)
                .toList();
    }

    private Optional<Choice> toChoice(Alternative each) {
        Period period = Period.parse(each.startDate(), each.endDate());
        return house.find(each.resourceId())
                .map(resource -> new Choice(
                        "alternative-" + each.resourceId() + "-" + period.startText(),
                        new Offer(resource, null, 1, each.totalPrice(), each.totalPrice()).title(),
                        house.words(period, new Dates(messages.locale())),
                        new Amounts(messages.locale()).format(each.totalPrice(), each.currency()),
                        period,
                        resource));
    }

    /// Goes on with it, if it is still free.
    public void choose(Choice choice) {
        tasks.run(() -> finder.check(choice.resource(), choice.period()))
                .onDone(outcome -> found(choice, outcome))
                .onFailed(failure -> journey.tell(new KioskEvent.Silent()));
    }

    private void found(Choice choice, ApiOutcome<Optional<Offer>> outcome) {
        if (!(outcome instanceof ApiOutcome.Answered<Optional<Offer>>(Optional<Offer> free))) {
            journey.tell(new KioskEvent.Silent());
            return;
        }
        free.ifPresentOrElse(
                offer -> journey.tell(new KioskEvent.AlternativeTaken(choice.period(), offer)),
                () -> journey.tell(new KioskEvent.Back()));
    }

    /// Back to everything that is free.
    public void lookAgain() {
        journey.tell(new KioskEvent.Back());
    }
}
