package dev.keyrack.kiosk.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.LaunchOptions;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.kiosk.KioskApp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WelcomeViewModelTest {

    private final WelcomeViewModel model = new WelcomeViewModel(
            new ClientRuntime(LaunchOptions.of(List.of("--server", "http://desk.example:8080/")), Clock.systemUTC()),
            Messages.of(KioskApp.class, Locale.ENGLISH),
            UiTasks.onCaller());

    @Test
    void namesTheServer() {
        assertThat(model.server()).isEqualTo("Server: http://desk.example:8080/");
    }

    @Test
    void saysConnectingUntilItKnowsMore() {
        model.onShow();
        assertThat(model.connectionText().getValue()).isEqualTo("Connecting …");
        assertThat(model.offline().getValue()).isFalse();
        model.onHide();
    }
}
