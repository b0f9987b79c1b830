package dev.keyrack.kiosk.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.kiosk.FakeServer;
import dev.keyrack.kiosk.Samples;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import dev.keyrack.kiosk.payment.Till;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivingViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final FakeServer server = new FakeServer();

    @AfterEach
    void end() {
        server.close();
    }

    private ArrivingViewModel model(Journey journey, String paid) {
        return model(journey, BookingStatus.CONFIRMED, paid);
    }

    private ArrivingViewModel model(Journey journey, BookingStatus status, String paid) {
        journey.tell(new KioskEvent.Scanned(Samples.booking(status, Samples.TODAY, paid)));
        ClientRuntime runtime = server.runtime(folder, Samples.NOON);
        return new ArrivingViewModel(
                journey,
                runtime.api(),
                new Till(journey, runtime, UiTasks.onCaller()),
                Samples.house(folder),
                UiTasks.onCaller(),
                Samples.ENGLISH);
    }

    @Test
    void asksForWhatIsOwedBeforeTheRoom() {
        ArrivingViewModel model = model(Samples.journey(), "100.00");
        assertThat(model.balance()).isEqualTo("Still to pay: €24.00");
        assertThat(model.payAllowed()).isTrue();
        assertThat(model.checkInAllowed()).isFalse();
    }

    @Test
    void wantsNothingForWhatWasCancelled() {
        ArrivingViewModel model = model(Samples.journey(), BookingStatus.CANCELLED, "0.00");
        assertThat(model.balance()).isEqualTo("This booking was cancelled.");
        assertThat(model.payAllowed()).isFalse();
    }

    @Test
    void letsAGuestInWhoHasPaid() {
        Journey journey = Samples.journey();
        ArrivingViewModel model = model(journey, "124.00");
        server.answer("/check-in", Samples.booking(BookingStatus.CHECKED_IN, Samples.TODAY, "124.00"));
        model.checkIn();
        assertThat(journey.require(KioskStep.CheckedIn.class).booking().unitName())
                .isEqualTo("101");
    }

    @Test
    void saysSoWhenNoRoomIsReady() {
        Journey journey = Samples.journey();
        ArrivingViewModel model = model(journey, "124.00");
        server.answer("/check-in", Problem.of(ProblemType.UNIT_TAKEN, ""));
        model.checkIn();
        assertThat(model.noticeProperty().get()).isEqualTo("No room is ready yet. Please ask at the reception.");
        assertThat(model.refusedProperty().get()).isTrue();
        assertThat(journey.step()).isInstanceOf(KioskStep.Arriving.class);
    }
}
