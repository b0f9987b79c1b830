package dev.keyrack.desktop.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.UiTasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ArrayList<Object> entered = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime runtime;

    @SuppressWarnings("NullAway.Init")
    private SignInViewModel model;

    @BeforeEach
    void open() {
        runtime = Samples.cutOff(folder);
        model = new SignInViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH, entered::add);
    }

    @AfterEach
    void close() {
        runtime.stop();
    }

    @Test
    void asksForBothFirst() {
        assertThat(model.signInAllowed().get()).isFalse();
        model.nameProperty().set("ana");
        assertThat(model.signInAllowed().get()).isFalse();
        model.passwordProperty().set("secret");
        assertThat(model.signInAllowed().get()).isTrue();
    }

    @Test
    void keepsWhatWasTypedWhenTheServerIsSilent() {
        model.nameProperty().set("ana");
        model.passwordProperty().set("secret");
        model.signIn();
        assertThat(model.refusalProperty().get()).startsWith("The server does not answer");
        assertThat(model.nameProperty().get()).isEqualTo("ana");
        assertThat(model.passwordProperty().get()).isEqualTo("secret");
        assertThat(entered).isEmpty();
        assertThat(model.signInAllowed().get()).isTrue();
    }

    @Test
    void saysSoWhenTheStoreCannotBeOpened() throws IOException {
        Samples.fill(folder, List.of());
        Samples.spoil(folder);
        model.nameProperty().set("ana");
        model.passwordProperty().set("secret");
        model.signIn();
        assertThat(model.refusalProperty().get()).startsWith("The local store cannot be opened");
    }

    @Test
    void forgetsThePasswordWhenItIsLeft() {
        model.passwordProperty().set("secret");
        model.onHide();
        assertThat(model.passwordProperty().get()).isEmpty();
    }
}
