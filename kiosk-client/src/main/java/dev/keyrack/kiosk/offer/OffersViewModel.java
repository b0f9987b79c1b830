package dev.keyrack.kiosk.offer;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.fx.Amounts;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import dev.keyrack.kiosk.flow.Offer;
import dev.keyrack.kiosk.flow.Visit;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What is free on the nights wanted.
public final class OffersViewModel implements ViewModel {

    private static final int FEW = 5;

    private final Journey journey;
    private final OfferFinder finder;
    private final Photos photos;
    private final UiTasks tasks;
    private final Messages messages;
    private final Visit visit;
    private final ObservableList<OfferCard> cards = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOOKING);
    private boolean shown;

    /// How far the list is.
    public enum State {
        LOOKING,
        FOUND,
        NOTHING_FREE
    }

    public OffersViewModel(Journey journey, OfferFinder finder, Photos photos, UiTasks tasks, Messages messages) {
        this.journey = journey;
        this.finder = finder;
        this.photos = photos;
        this.tasks = tasks;
        this.messages = messages;
        visit = journey.require(KioskStep.Offers.class).visit();
    }

    @Override
    public void onShow() {
        shown = true;
        tasks.run(() -> finder.find(visit.dates())).onDone(this::tell).onFailed(failure -> gone());
    }

    @Override
    public void onHide() {
        shown = false;
    }

    private void tell(ApiOutcome<List<Offer>> outcome) {
        if (!shown) {
            return;
        }
        if (outcome instanceof ApiOutcome.Answered<List<Offer>>(List<Offer> offers)) {
            cards.setAll(offers.stream().map(this::toCard).toList());
            state.set(offers.isEmpty() ? State.NOTHING_FREE : State.FOUND);
        } else {
            gone();
        }
    }

    private void gone() {
        if (shown) {
            journey.tell(new KioskEvent.Silent());
        }
    }

    private OfferCard toCard(Offer offer) {
        Resource room = offer.resource();
        Amounts amounts = new Amounts(messages.locale());
        return new OfferCard(
                room.id().value(),
                offer.title(),
                messages.text("offer.card.sleeps", room.terms().maximumGuests()) + " · "
                        + room.terms().description(),
                amounts.format(offer.perNight(), room.currency()),
                visit.nights() == 1
                        ? messages.text("offer.card.night")
                        : messages.text(
                                "offer.card.total", visit.nights(), amounts.format(offer.total(), room.currency())),
                offer.free() <= FEW ? messages.text("offer.card.left", offer.free()) : "",
                room.terms().images(),
                offer);
    }

    public String title() {
        return visit.dates().checkIn().equals(finder.today()) && visit.nights() == 1
                ? messages.text("offer.list.tonight")
                : new Dates(messages.locale())
                        .range(visit.dates().checkIn(), visit.dates().checkOut());
    }

    public String subtitle() {
        return messages.text(
                "offer.list.nights",
                visit.nights(),
                new Dates(messages.locale()).day(visit.dates().checkOut()));
    }

    public ObservableList<OfferCard> cards() {
        return cards;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public void showPhoto(OfferCard card, Consumer<byte[]> place) {
        photos.showFirst(card.images(), place);
    }

    public void choose(OfferCard card) {
        journey.tell(new KioskEvent.RoomChosen(card.offer()));
    }

    public void chooseDates() {
        journey.tell(new KioskEvent.OtherDates());
    }
}
