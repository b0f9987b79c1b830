package dev.keyrack.kiosk.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.kiosk.FakeServer;
import dev.keyrack.kiosk.Samples;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskStep;
import dev.keyrack.kiosk.offer.Photos;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final FakeServer server = new FakeServer();

    @AfterEach
    void end() {
        server.close();
    }

    private final Journey journey = Samples.journey();

    @Test
    void saysWhatTonightCostsAndBegins() {
        server.answer("availability/check", Samples.FREE);
        WelcomeViewModel model = model();
        model.refresh();
        assertThat(model.price().getValue()).isEqualTo("Rooms tonight from €120.00");
        model.begin();
        assertThat(journey.step()).isInstanceOf(KioskStep.Offers.class);
    }

    @Test
    void greetsWithoutAPriceUntilItKnowsOne() {
        server.close();
        WelcomeViewModel model = model();
        model.refresh();
        assertThat(model.price().getValue()).isEqualTo("Welcome");
        assertThat(model.name()).isEqualTo("City Hotel");
    }

    private WelcomeViewModel model() {
        ClientRuntime runtime = server.runtime(folder, Samples.NOON);
        UiTasks tasks = UiTasks.onCaller();
        return new WelcomeViewModel(
                journey,
                Samples.house(folder),
                runtime,
                new Photos(runtime.api().catalog(), tasks),
                tasks,
                Samples.ENGLISH);
    }
}
