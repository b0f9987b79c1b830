package dev.keyrack.desktop.admin.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.desktop.Samples;
import dev.keyrack.desktop.proof.ProofViewModel;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Clock clock = Clock.systemUTC();

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime runtime;

    @SuppressWarnings("NullAway.Init")
    private KeysViewModel model;

    @BeforeEach
    void open() {
        runtime = Samples.cutOff(folder);
        var tasks = UiTasks.onCaller();
        model = new KeysViewModel(
                runtime, tasks, Samples.ENGLISH, clock, new ProofViewModel(runtime, tasks, Samples.ENGLISH));
        model.open(Samples.SITE);
        model.begin();
    }

    @AfterEach
    void stop() {
        runtime.stop();
    }

    @Test
    void wantsANameAScopeAndADayWithinAYear() {
        model.make();
        assertThat(model.faultProperty().get()).isEqualTo("Please say whose program it is for.");
        model.nameProperty().set("Channel manager");
        model.catalogProperty().set(false);
        model.make();
        assertThat(model.noticeProperty().get()).isEqualTo("Choose what the key is for.");
        model.bookingsProperty().set(true);
        model.untilProperty().set(LocalDate.now(clock).plusDays(365));
        model.make();
        assertThat(model.noticeProperty().get()).isEqualTo("Choose a last day within a year from now.");
        model.untilProperty().set(LocalDate.now(clock).minusDays(1));
        model.make();
        assertThat(model.noticeProperty().get()).isEqualTo("Choose a last day within a year from now.");
        assertThat(model.madeSecret().getValue()).isEmpty();
    }

    @Test
    void keepsWhatWasTypedWhenTheServerIsSilent() {
        model.nameProperty().set("Channel manager");
        model.make();
        assertThat(model.noticeProperty().get()).isNotEmpty();
        assertThat(model.addingProperty().get()).isTrue();
        model.begin();
        assertThat(model.nameProperty().get()).isEqualTo("Channel manager");
        assertThat(model.untilProperty().get()).isEqualTo(LocalDate.now(clock).plusDays(90));
    }
}
