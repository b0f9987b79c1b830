package dev.keyrack.kiosk.dates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.availability.Availability;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.kiosk.FakeServer;
import dev.keyrack.kiosk.Samples;
import dev.keyrack.kiosk.flow.House;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import dev.keyrack.kiosk.offer.OfferFinder;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimesViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final FakeServer server = new FakeServer();
    private final Journey journey =
            Samples.journey(new KioskEvent.Begin(Samples.TODAY), new KioskEvent.Chosen(Samples.seat(2)));

    @AfterEach
    void end() {
        server.close();
    }

    private TimesViewModel model() {
        server.answer(
                "/calendar", Samples.calendar(Samples.SHOW, Samples.performance(1, 240), Samples.performance(2, 230)));
        House house = Samples.house(folder, Samples.SHOW);
        var finder = new OfferFinder(server.runtime(folder, Samples.NOON).api().catalog(), house);
        TimesViewModel model = new TimesViewModel(journey, finder, house, UiTasks.onCaller(), Samples.ENGLISH);
        model.onShow();
        return model;
    }

    private static Availability seats(int free, @Nullable ProblemType reason) {
        BigDecimal price = new BigDecimal("28.50");
        return new Availability(reason == null, Samples.SHOW.id(), free, price, CurrencyUnit.EUR, price, 1, reason);
    }

    @Test
    void leadsFromAPerformanceToTheTickets() {
        server.answer("availability/check", seats(10, null));
        TimesViewModel model = model();
        assertThat(model.times().getValue())
                .extracting(TimesViewModel.Time::detail)
                .containsExactly("Sold out", "€28.50 · 10 left");
        assertThat(model.times().getValue().getFirst().open()).isFalse();
        model.choose(model.times().getValue().getLast());
        assertThat(journey.require(KioskStep.Room.class).visit().period().startText())
                .isEqualTo("2027-06-16T19:00:00Z");
        journey.tell(new KioskEvent.Back());
        assertThat(journey.step()).isInstanceOf(KioskStep.ChoosingTime.class);
    }

    @Test
    void staysWhereTheTimeWasTakenMeanwhile() {
        server.answer("availability/check", seats(0, ProblemType.SOLD_OUT));
        TimesViewModel model = model();
        model.choose(model.times().getValue().getLast());
        assertThat(model.noticeProperty().get()).contains("just taken");
        assertThat(journey.step()).isInstanceOf(KioskStep.ChoosingTime.class);
    }
}
