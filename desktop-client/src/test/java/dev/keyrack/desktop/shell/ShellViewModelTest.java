package dev.keyrack.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.LaunchOptions;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.desktop.DesktopApp;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ShellViewModelTest {

    private final List<Site> opened = new ArrayList<>();

    private final ShellViewModel model = new ShellViewModel(
            new ClientRuntime(LaunchOptions.of(List.of("--server", "http://desk.example:8080/")), Clock.systemUTC()),
            Messages.of(DesktopApp.class, Locale.ENGLISH),
            UiTasks.onCaller(),
            opened::add);

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

    @Test
    void opensTheFirstSiteAndWhicheverIsChosen() {
        Site city = Samples.site("sit_city");
        Site beach = Samples.site("sit_beach");
        model.offer(List.of(city, beach));
        model.choose("sit_beach");
        assertThat(opened).containsExactly(city, beach);
        assertThat(model.siteName().getValue()).isEqualTo("sit_beach");
    }
}
