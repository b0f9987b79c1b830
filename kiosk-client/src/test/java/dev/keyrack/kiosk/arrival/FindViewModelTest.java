package dev.keyrack.kiosk.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.kiosk.FakeServer;
import dev.keyrack.kiosk.Samples;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final FakeServer server = new FakeServer();

    @AfterEach
    void end() {
        server.close();
    }

    private final Journey journey = Samples.journey(new KioskEvent.HasBooking());

    private FindViewModel model() {
        var reception =
                new Reception(journey, server.runtime(folder, Samples.NOON).api(), UiTasks.onCaller());
        return new FindViewModel(journey, reception, Samples.ENGLISH);
    }

    private static void fill(FindViewModel model) {
        model.form().type("kr2f4g");
        model.form().advance();
        model.form().type("Silva");
    }

    @Test
    void findsABookingByCodeAndName() {
        server.answer("/arrivals", Samples.booking(BookingStatus.CONFIRMED, Samples.TODAY, "124.00"));
        FindViewModel model = model();
        fill(model);
        assertThat(model.form().fields().getFirst().text()).isEqualTo("KR2F4G");
        model.confirm();
        assertThat(journey.step()).isInstanceOf(KioskStep.Arriving.class);
    }

    @Test
    void keepsWhatWasTypedWhenNothingIsFound() {
        FindViewModel model = model();
        fill(model);
        model.confirm();
        assertThat(model.notice().getValue()).startsWith("We do not find that booking.");
        assertThat(model.form().fields().get(1).text()).isEqualTo("Silva");
    }

    @Test
    void asksForTheCodeFirst() {
        FindViewModel model = model();
        model.confirm();
        assertThat(model.form().fields().getFirst().errorProperty().get()).isNotEmpty();
        assertThat(server.asked()).isEmpty();
    }
}
