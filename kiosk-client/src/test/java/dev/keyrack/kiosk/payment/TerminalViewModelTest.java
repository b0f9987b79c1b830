package dev.keyrack.kiosk.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.sale.Sale;
import dev.keyrack.client.sale.SaleOutcome;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.kiosk.Samples;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TerminalViewModelTest {

    private final Journey journey = Samples.paying();
    private final Till till = new Till(journey, Samples.cutOff(Path.of("unused")), UiTasks.onCaller());
    private final TerminalViewModel model = new TerminalViewModel(journey, till, Samples.ENGLISH);

    private String after(SaleOutcome outcome) {
        model.onShow();
        journey.tell(new KioskEvent.SaleEnded("sale-1", outcome));
        return model.faceProperty().get().text();
    }

    @Test
    void saysWhatToDoAndHowMuch() {
        assertThat(model.faceProperty().get().amount()).isEqualTo("€124.00");
        assertThat(model.faceProperty().get().title()).contains("card terminal");
        assertThat(model.stopAllowed().getValue()).isTrue();
    }

    @Test
    void saysThatNothingWasChargedWhenTheCardWasDeclined() {
        assertThat(after(new SaleOutcome.NotPaid(SaleOutcome.NotPaid.Reason.DECLINED)))
                .contains("Nothing was charged");
        model.retry();
        assertThat(journey.step()).isInstanceOf(KioskStep.Review.class);
    }

    @Test
    void saysThatAnUnknownPaymentIsNeitherLostNorTakenTwice() {
        assertThat(after(new SaleOutcome.Open(Sale.State.PAYING)))
                .contains("not be charged twice")
                .contains("not lost");
        assertThat(model.retryAllowed().getValue()).isFalse();
    }

    @Test
    void saysWhereTheMoneyIsWhenTheRoomWasGone() {
        Problem problem = Problem.of(ProblemType.HOLD_EXPIRED, "");
        assertThat(after(new SaleOutcome.Refused(problem, SaleOutcome.Money.GIVEN_BACK)))
                .contains("given back");
    }

    @Test
    void asksTheTerminalBeforeItSaysThatItWasStopped() {
        model.onShow();
        model.stop();
        assertThat(journey.require(KioskStep.Paying.class).stopping()).isTrue();
        assertThat(model.stopAllowed().getValue()).isFalse();
    }
}
