package dev.keyrack.desktop.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class SignInViewModelTest {

    private final ArrayList<Object> entered = new ArrayList<>();
    private final SignInViewModel model =
            new SignInViewModel(Samples.cutOff(Path.of("unused")), UiTasks.onCaller(), Samples.ENGLISH, entered::add);

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
    void forgetsThePasswordWhenItIsLeft() {
        model.passwordProperty().set("secret");
        model.onHide();
        assertThat(model.passwordProperty().get()).isEmpty();
    }
}
