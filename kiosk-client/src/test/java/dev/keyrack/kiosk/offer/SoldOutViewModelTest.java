package dev.keyrack.kiosk.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.problem.Alternative;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.kiosk.FakeServer;
import dev.keyrack.kiosk.Samples;
import dev.keyrack.kiosk.flow.House;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoldOutViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final FakeServer server = new FakeServer();

    @AfterEach
    void end() {
        server.close();
    }

    private final Journey journey = Samples.journey(Samples.toReview());

    private SoldOutViewModel model() {
        Problem problem = Problem.of(ProblemType.SOLD_OUT, "")
                .withAlternatives(List.of(new Alternative(
                        Samples.DOUBLE.id(),
                        "City Hotel - Double (A)",
                        "2027-06-15",
                        "2027-06-16",
                        new BigDecimal("130.00"),
                        CurrencyUnit.EUR)));
        journey.tell(new KioskEvent.HoldRefused(
                journey.require(KioskStep.Review.class).visit(), problem));
        House house = Samples.house(folder);
        var finder = new OfferFinder(server.runtime(folder, Samples.NOON).api().catalog(), house);
        return new SoldOutViewModel(journey, finder, house, UiTasks.onCaller(), Samples.ENGLISH);
    }

    @Test
    void offersTheNearestAlternativeAndGoesOnWithIt() {
        server.answer("availability/check", Samples.FREE);
        SoldOutViewModel model = model();
        assertThat(model.text()).contains("a moment faster").contains("Nothing was paid");
        assertThat(model.choices()).singleElement().satisfies(choice -> {
            assertThat(choice.title()).isEqualTo("Double");
            assertThat(choice.total()).isEqualTo("€130.00");
        });
        model.choose(model.choices().getFirst());
        assertThat(journey.require(KioskStep.Review.class).visit().dates().checkIn())
                .isEqualTo(Samples.TODAY.plusDays(1));
    }

    @Test
    void leadsBackToEverythingThatIsFree() {
        model().lookAgain();
        assertThat(journey.step()).isInstanceOf(KioskStep.Offers.class);
    }
}
