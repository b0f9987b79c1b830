package dev.keyrack.desktop.admin.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.desktop.Samples;
import dev.keyrack.desktop.proof.ProofViewModel;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevicesViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime runtime;

    @SuppressWarnings("NullAway.Init")
    private DevicesViewModel model;

    @BeforeEach
    void open() {
        runtime = Samples.cutOff(folder);
        var tasks = UiTasks.onCaller();
        model = new DevicesViewModel(
                runtime, tasks, Samples.ENGLISH, new ProofViewModel(runtime, tasks, Samples.ENGLISH));
        model.open(Samples.SITE);
    }

    @AfterEach
    void stop() {
        runtime.stop();
    }

    @Test
    void saysThatTheServerIsSilentAndKeepsWhatWasTyped() {
        model.onShow();
        assertThat(model.noticeProperty().get()).isNotEmpty();
        model.begin();
        model.nameProperty().set("Lobby, left");
        model.save();
        assertThat(model.noticeProperty().get()).isNotEmpty();
        assertThat(model.nameProperty().get()).isEqualTo("Lobby, left");
        assertThat(model.formShown().getValue()).isTrue();
        assertThat(model.codeText().getValue()).isEmpty();
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void wantsANameThatIsNotTooLong() {
        model.begin();
        model.nameProperty().set("  ");
        model.save();
        assertThat(model.faultProperty().get()).isEqualTo("Please give it a name.");
        model.nameProperty().set("x".repeat(61));
        model.save();
        assertThat(model.faultProperty().get()).isEqualTo("At most 60 characters.");
    }

    @Test
    void tellsHowTheKioskIsStarted() {
        assertThat(model.startLine()).isEqualTo("keyrack kiosk --server " + runtime.server());
    }
}
