package dev.keyrack.kiosk.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.kiosk.FakeServer;
import dev.keyrack.kiosk.Samples;
import dev.keyrack.kiosk.flow.House;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OffersViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final FakeServer server = new FakeServer();

    @AfterEach
    void end() {
        server.close();
    }

    private final Journey journey = Samples.journey(new KioskEvent.Begin(Samples.TODAY));

    private OffersViewModel model(Resource... sold) {
        ClientRuntime runtime = server.runtime(folder, Samples.NOON);
        House house = Samples.house(folder, sold);
        OfferFinder finder = new OfferFinder(runtime.api().catalog(), house);
        return new OffersViewModel(
                journey,
                finder,
                house,
                new Photos(runtime.api().catalog(), UiTasks.onCaller()),
                UiTasks.onCaller(),
                Samples.ENGLISH);
    }

    @Test
    void listsWhatIsFreeWithItsPriceAndLeadsToTheRoom() {
        server.answer("availability/check", Samples.FREE);
        OffersViewModel model = model(Samples.DOUBLE);
        model.onShow();
        assertThat(model.title()).isEqualTo("Free tonight");
        assertThat(model.cards()).singleElement().satisfies(card -> {
            assertThat(card.title()).isEqualTo("Double");
            assertThat(card.price()).isEqualTo("€120.00");
            assertThat(card.left()).isEqualTo("Only 5 left");
        });
        model.choose(model.cards().getFirst());
        assertThat(journey.step()).isInstanceOf(KioskStep.Room.class);
    }

    @Test
    void listsPerformancesWithTheNextThatIsFreeAndAsksWhich() {
        server.answer(
                "/calendar", Samples.calendar(Samples.SHOW, Samples.performance(1, 240), Samples.performance(2, 7)));
        OffersViewModel model = model(Samples.SHOW);
        model.onShow();
        assertThat(model.sellsNights()).isFalse();
        assertThat(model.cards()).singleElement().satisfies(card -> {
            assertThat(card.price()).isEqualTo("€28.50");
            assertThat(card.left()).startsWith("Next:\nWed, Jun 16, 8:00");
        });
        model.choose(model.cards().getFirst());
        assertThat(journey.step()).isInstanceOf(KioskStep.ChoosingTime.class);
    }

    @Test
    void saysSoWhenTheServerIsSilent() {
        server.close();
        model(Samples.DOUBLE).onShow();
        assertThat(journey.step()).isInstanceOf(KioskStep.ServerGone.class);
    }
}
