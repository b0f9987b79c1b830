package dev.keyrack.kiosk.offer;

import dev.keyrack.contract.value.Grain;
import dev.keyrack.fx.Amounts;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.ViewModel;
import dev.keyrack.kiosk.flow.House;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import dev.keyrack.kiosk.flow.Offer;
import dev.keyrack.kiosk.flow.Party;
import dev.keyrack.kiosk.flow.Visit;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// One room type, how many of it, and for how many people.
public final class RoomViewModel implements ViewModel {

    private static final int MOST_ROOMS = 9;

    private final Journey journey;
    private final Photos photos;
    private final House house;
    private final Messages messages;
    private final Visit visit;
    private final Offer offer;
    private final ReadOnlyObjectWrapper<Party> party;

    public RoomViewModel(Journey journey, Photos photos, House house, Messages messages) {
        this.journey = journey;
        this.photos = photos;
        this.house = house;
        this.messages = messages;
        visit = journey.require(KioskStep.Room.class).visit();
        offer = visit.requireOffer();
        party = new ReadOnlyObjectWrapper<>(visit.party());
    }

    @Override
    public void onShow() {}

    @Override
    public void onHide() {}

    public String title() {
        return offer.title();
    }

    public String text() {
        return offer.resource().terms().description();
    }

    public String stay() {
        String when = house.words(visit.period(), new Dates(messages.locale()));
        return guestsAsked() ? messages.text("offer.room.stay", when, visit.nights()) : when;
    }

    /// Whether rooms and their guests are counted apart.
    public boolean guestsAsked() {
        return offer.grain() == Grain.NIGHT;
    }

    /// Whether one can take more than one; an appointment is for one.
    public boolean quantityAsked() {
        return offer.grain() != Grain.TIME;
    }

    public String quantityName() {
        return guestsAsked() ? messages.text("offer.room.rooms") : messages.text("offer.room.tickets");
    }

    public String fewer() {
        return guestsAsked() ? messages.text("offer.room.fewerrooms") : messages.text("offer.room.fewertickets");
    }

    public String more() {
        return guestsAsked() ? messages.text("offer.room.morerooms") : messages.text("offer.room.moretickets");
    }

    public String takeText() {
        return guestsAsked() ? messages.text("offer.room.take") : messages.text("offer.room.go");
    }

    /// What the room has, in the guest's language where we know the word.
    public List<String> amenities() {
        return offer.resource().terms().amenities().stream().map(this::amenity).toList();
    }

    private String amenity(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "wifi" -> messages.text("offer.amenity.wifi");
            case "air conditioning" -> messages.text("offer.amenity.cooling");
            case "breakfast" -> messages.text("offer.amenity.breakfast");
            case "gym" -> messages.text("offer.amenity.gym");
            case "pool" -> messages.text("offer.amenity.pool");
            case "parking" -> messages.text("offer.amenity.parking");
            case "balcony" -> messages.text("offer.amenity.balcony");
            case "minibar" -> messages.text("offer.amenity.minibar");
            case "bathtub" -> messages.text("offer.amenity.bathtub");
            case "kitchenette" -> messages.text("offer.amenity.kitchenette");
            case "terrace" -> messages.text("offer.amenity.terrace");
            case "sofa bed" -> messages.text("offer.amenity.sofabed");
            case "step-free access" -> messages.text("offer.amenity.stepfree");
            case "bar" -> messages.text("offer.amenity.bar");
            case "fridge" -> messages.text("offer.amenity.fridge");
            default -> word;
        };
    }

    public String amenityLine() {
        return amenities().stream().collect(Collectors.joining("  ·  "));
    }

    public void showPhoto(Consumer<byte[]> place) {
        photos.showFirst(offer.resource().terms().images(), place);
    }

    public ReadOnlyObjectProperty<Party> partyProperty() {
        return party.getReadOnlyProperty();
    }

    public ObservableValue<String> price() {
        long nights = guestsAsked() ? visit.nights() : 1;
        return party.map(people -> new Amounts(messages.locale())
                .format(offer.total(people, nights), offer.resource().currency()));
    }

    public ObservableValue<Boolean> fewerGuestsAllowed() {
        return party.map(now -> now.guests() > now.rooms());
    }

    public ObservableValue<Boolean> moreGuestsAllowed() {
        return party.map(now -> now.guests() < offer.mostGuests(now.rooms()));
    }

    public ObservableValue<Boolean> fewerRoomsAllowed() {
        return party.map(now -> now.rooms() > 1);
    }

    public ObservableValue<Boolean> moreRoomsAllowed() {
        return party.map(now -> now.rooms() < Math.min(offer.free(), MOST_ROOMS));
    }

    public void addGuests(int count) {
        Party now = party.get();
        change(new Party(
                now.rooms(), Math.clamp((long) now.guests() + count, now.rooms(), offer.mostGuests(now.rooms()))));
    }

    public void addRooms(int count) {
        int rooms = Math.clamp((long) party.get().rooms() + count, 1, Math.min(offer.free(), MOST_ROOMS));
        change(new Party(rooms, Math.clamp(party.get().guests(), rooms, offer.mostGuests(rooms))));
    }

    private void change(Party wanted) {
        party.set(wanted);
        journey.tell(new KioskEvent.PartyChosen(wanted));
    }

    public void take() {
        journey.tell(new KioskEvent.RoomTaken());
    }
}
