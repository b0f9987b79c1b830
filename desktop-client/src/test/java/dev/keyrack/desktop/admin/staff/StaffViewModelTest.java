package dev.keyrack.desktop.admin.staff;

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

class StaffViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime runtime;

    @SuppressWarnings("NullAway.Init")
    private StaffViewModel model;

    @BeforeEach
    void open() {
        runtime = Samples.cutOff(folder);
        var tasks = UiTasks.onCaller();
        var proof = new ProofViewModel(runtime, tasks, Samples.ENGLISH);
        model = new StaffViewModel(runtime, tasks, Samples.ENGLISH, proof);
    }

    @AfterEach
    void stop() {
        runtime.stop();
    }

    @Test
    void saysThatTheListIsOnTheServerOnly() {
        model.onShow();
        assertThat(model.noticeProperty().get()).startsWith("The server does not answer.");
        assertThat(model.rows()).isEmpty();
        assertThat(model.emptyText().getValue()).isEqualTo("Nobody is listed yet.");
        assertThat(model.form().shownProperty().get()).isFalse();
    }

    @Test
    void opensAnEmptyFormForAnInvitation() {
        model.invite();
        assertThat(model.form().shownProperty().get()).isTrue();
        assertThat(model.form().title().getValue()).isEqualTo("Invite somebody");
        assertThat(model.form().existing().getValue()).isFalse();
    }
}
