package dev.keyrack.desktop.account;

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

class AccountViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime runtime;

    @SuppressWarnings("NullAway.Init")
    private AccountViewModel model;

    @BeforeEach
    void open() {
        runtime = Samples.cutOff(folder);
        var proof = new ProofViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH);
        model = new AccountViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH, Samples.CLOCK, proof);
    }

    @AfterEach
    void stop() {
        runtime.stop();
    }

    @Test
    void saysThatTheAccountIsOnTheServerOnly() {
        model.onShow();
        assertThat(model.noticeProperty().get()).startsWith("The server does not answer.");
        assertThat(model.titleProperty().get()).isEmpty();
    }

    @Test
    void forgetsPasswordsWhenItIsLeft() {
        var present = model.password().text(PasswordFormRule.Field.PRESENT);
        present.set("secret");
        model.onHide();
        assertThat(present.get()).isEmpty();
    }
}
