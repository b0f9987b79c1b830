package dev.keyrack.kiosk.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
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

class ReviewViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final FakeServer server = new FakeServer();

    @AfterEach
    void end() {
        server.close();
    }

    private final Journey journey = Samples.journey(Samples.toReview());

    private ReviewViewModel model() {
        ClientRuntime runtime = server.runtime(folder, Samples.NOON);
        return new ReviewViewModel(
                journey,
                runtime.api().bookings(),
                new Till(journey, runtime, UiTasks.onCaller()),
                Samples.house(folder),
                UiTasks.onCaller(),
                Samples.ENGLISH);
    }

    @Test
    void keepsTheRoomAndShowsEveryLineBeforePaying() {
        server.answer("/holds", Samples.hold("hld_1"));
        ReviewViewModel model = model();
        model.onShow();
        assertThat(model.lines())
                .containsExactly(
                        new ReviewViewModel.Line("1 night", "€120.00"), new ReviewViewModel.Line("City tax", "€4.00"));
        assertThat(model.payText().getValue()).isEqualTo("Pay €124.00 now");
        assertThat(model.payAllowed().get()).isTrue();
        assertThat(model.policy()).isEqualTo("The free period is over: 100 % of the price is kept.");
        assertThat(model.guest()).isEqualTo("Ana Silva · ana@example.com");
    }

    @Test
    void keepsTheRoomAnewWhenTheHoldHasEnded() {
        server.answer("/holds", Samples.hold("hld_1"));
        ReviewViewModel model = model();
        model.onShow();
        journey.tell(new KioskEvent.HoldEnded());
        assertThat(server.asked())
                .filteredOn(call -> call.equals("POST /api/v1/holds"))
                .hasSize(2);
        assertThat(model.payAllowed().get()).isTrue();
    }

    @Test
    void saysSoWhenSomebodyWasFaster() {
        server.answer("/holds", Problem.of(ProblemType.SOLD_OUT, ""));
        model().onShow();
        assertThat(journey.step()).isInstanceOf(KioskStep.SoldOut.class);
    }

    @Test
    void losesNothingWhenTheServerIsSilent() {
        server.close();
        model().onShow();
        assertThat(journey.step()).isInstanceOf(KioskStep.ServerGone.class);
    }
}
