package dev.keyrack.kiosk.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.fx.UiTasks;
import dev.keyrack.kiosk.Samples;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import dev.keyrack.kiosk.flow.Offer;
import dev.keyrack.kiosk.flow.Party;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Journey journey =
            Samples.journey(new KioskEvent.Begin(Samples.TODAY), new KioskEvent.Chosen(Samples.OFFER));

    @SuppressWarnings("NullAway.Init")
    private RoomViewModel model;

    @BeforeEach
    void show() {
        model = new RoomViewModel(
                journey,
                new Photos(Samples.cutOff(folder).api().catalog(), UiTasks.onCaller()),
                Samples.house(folder),
                Samples.ENGLISH);
    }

    @Test
    void speaksOfTheRoomAsTheHouseDoes() {
        assertThat(model.title()).isEqualTo("Double");
        assertThat(model.amenities()).containsExactly("Wi-Fi", "harp");
    }

    @Test
    void takesNoMoreGuestsThanFit() {
        model.addGuests(5);
        assertThat(model.partyProperty().get()).isEqualTo(new Party(1, 2));
        assertThat(model.moreGuestsAllowed().getValue()).isFalse();
    }

    @Test
    void pricesEveryRoomAndPutsSomebodyInEach() {
        model.addRooms(2);
        assertThat(model.partyProperty().get()).isEqualTo(new Party(3, 3));
        assertThat(model.price().getValue()).isEqualTo("€360.00");
        assertThat(journey.require(KioskStep.Room.class).visit().party()).isEqualTo(new Party(3, 3));
    }

    @Test
    void sellsOneTicketToEachGuest() {
        Offer seat = Samples.seat(2);
        journey = Samples.journey(
                new KioskEvent.Begin(Samples.TODAY), new KioskEvent.Chosen(seat), new KioskEvent.TimeChosen(seat));
        show();
        assertThat(model.guestsAsked()).isFalse();
        model.addRooms(2);
        assertThat(model.partyProperty().get()).isEqualTo(new Party(3, 3));
        assertThat(model.price().getValue()).isEqualTo("€85.50");
        assertThat(model.stay()).startsWith("Wed, Jun 16, 8:00");
    }

    @Test
    void takesNoMoreRoomsThanAreFree() {
        model.addRooms(20);
        assertThat(model.partyProperty().get().rooms()).isEqualTo(5);
        assertThat(model.moreRoomsAllowed().getValue()).isFalse();
    }
}
