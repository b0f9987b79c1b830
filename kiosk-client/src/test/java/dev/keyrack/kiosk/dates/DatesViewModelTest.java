package dev.keyrack.kiosk.dates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.availability.Calendar;
import dev.keyrack.contract.value.Grain;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatesViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final FakeServer server = new FakeServer();

    @AfterEach
    void end() {
        server.close();
    }

    private final Journey journey = Samples.journey(new KioskEvent.Begin(Samples.TODAY), new KioskEvent.OtherDates());

    @Test
    void leadsToWhatIsFreeOnTheNightsTouched() {
        server.answer(
                "/calendar",
                new Calendar(
                        Samples.DOUBLE.id(),
                        Grain.NIGHT,
                        CurrencyUnit.EUR,
                        Samples.TODAY
                                .datesUntil(Samples.TODAY.plusDays(5))
                                .map(day ->
                                        new Calendar.Entry(day.toString(), 5, 0, new BigDecimal("119.50"), true, null))
                                .toList()));
        House house = Samples.house(folder);
        var finder = new OfferFinder(server.runtime(folder, Samples.NOON).api().catalog(), house);
        DatesViewModel model = new DatesViewModel(journey, finder, house, UiTasks.onCaller(), Samples.ENGLISH);
        model.onShow();
        assertThat(model.question().getValue()).isEqualTo("When do you arrive?");
        assertThat(model.confirmAllowed().getValue()).isFalse();
        touch(model, "15");
        touch(model, "17");
        assertThat(day(model, "15").price()).isEqualTo("€120");
        model.confirm();
        assertThat(journey.require(KioskStep.Offers.class).visit().nights()).isEqualTo(2);
    }

    private static void touch(DatesViewModel model, String number) {
        model.touch(day(model, number));
    }

    private static DatesViewModel.CalendarDay day(DatesViewModel model, String number) {
        return model.days().stream()
                .filter(day -> day != null && day.number().equals(number))
                .findFirst()
                .orElseThrow();
    }
}
