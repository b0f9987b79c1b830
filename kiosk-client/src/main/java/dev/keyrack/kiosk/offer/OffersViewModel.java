package dev.keyrack.kiosk.offer;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.TimeRange;
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
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What is free on the nights wanted.
public final class OffersViewModel implements ViewModel {

    private static final int FEW = 5;

    private final Journey journey;
    private final OfferFinder finder;
    private final House house;
    private final Photos photos;
    private final UiTasks tasks;
    private final Messages messages;
    private final Visit visit;
    private final ObservableList<OfferCard> cards = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOOKING);

    /// How far the list is.
    public enum State {
        LOOKING,
        FOUND,
        NOTHING_FREE
    }

    public OffersViewModel(
            Journey journey, OfferFinder finder, House house, Photos photos, UiTasks tasks, Messages messages) {
        this.journey = journey;
        this.finder = finder;
        this.house = house;
        this.photos = photos;
        this.tasks = tasks;
        this.messages = messages;
        visit = journey.require(KioskStep.Offers.class).visit();
    }

    @Override
    public void onShow() {
        tasks.run(this::look).onDone(this::tell).onFailed(failure -> gone());
    }

    @Override
    public void onHide() {}

    /// Rooms on the nights wanted, then what has a time of its own.
    private ApiOutcome<List<Offer>> look() {
        if (!(finder.find(visit.dates()) instanceof ApiOutcome.Answered<List<Offer>>(List<Offer> rooms))) {
            return new ApiOutcome.Unanswered<>("rooms");
        }
        return finder.listNext()
                .map(timed -> Stream.concat(rooms.stream(), timed.stream()).toList());
    }

    private void tell(ApiOutcome<List<Offer>> outcome) {
        if (outcome instanceof ApiOutcome.Answered<List<Offer>>(List<Offer> offers)) {
            cards.setAll(offers.stream().map(this::toCard).toList());
            state.set(offers.isEmpty() ? State.NOTHING_FREE : State.FOUND);
        } else {
            gone();
        }
    }

    private void gone() {
        journey.silent(KioskStep.Offers.class);
    }

    private OfferCard toCard(Offer offer) {
        return offer.time() == null ? toRoom(offer) : toTimed(offer, offer.time());
    }

    private OfferCard toTimed(Offer offer, TimeRange next) {
        Resource resource = offer.resource();
        return new OfferCard(
                resource.id().value(),
                offer.title(),
                resource.terms().description(),
                new Amounts(messages.locale()).format(offer.each(), resource.currency()),
                offer.grain() == Grain.OCCURRENCE
                        ? messages.text("offer.card.ticket")
                        : messages.text("offer.card.appointment"),
                messages.text("offer.card.next", house.words(next, new Dates(messages.locale()))),
                resource.terms().images(),
                offer);
    }

    private OfferCard toRoom(Offer offer) {
        Resource room = offer.resource();
        Amounts amounts = new Amounts(messages.locale());
        return new OfferCard(
                room.id().value(),
                offer.title(),
                messages.text("offer.card.sleeps", room.terms().maximumGuests()) + " · "
                        + room.terms().description(),
                amounts.format(offer.each(), room.currency()),
                visit.nights() == 1
                        ? messages.text("offer.card.night")
                        : messages.text(
                                "offer.card.total", visit.nights(), amounts.format(offer.total(), room.currency())),
                offer.free() <= FEW ? messages.text("offer.card.left", offer.free()) : "",
                room.terms().images(),
                offer);
    }

    /// Whether anything is sold by the night here, so that dates matter.
    public boolean sellsNights() {
        return !house.listRooms().isEmpty();
    }

    public String title() {
        if (!sellsNights()) {
            return messages.text("offer.list.choose");
        }
        return visit.dates().checkIn().equals(house.today()) && visit.nights() == 1
                ? messages.text("offer.list.tonight")
                : new Dates(messages.locale())
                        .range(visit.dates().checkIn(), visit.dates().checkOut());
    }

    public String subtitle() {
        if (!sellsNights()) {
            return messages.text("offer.list.time");
        }
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
        journey.tell(new KioskEvent.Chosen(card.offer()));
    }

    public void chooseDates() {
        journey.tell(new KioskEvent.OtherDates());
    }
}
