package dev.keyrack.desktop.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.desktop.Samples;
import dev.keyrack.desktop.account.PasswordFormRule.Field;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime runtime;

    @SuppressWarnings("NullAway.Init")
    private PasswordViewModel model;

    @BeforeEach
    void open() {
        runtime = Samples.cutOff(folder);
        model = new PasswordViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH, () -> {});
    }

    @AfterEach
    void stop() {
        runtime.stop();
    }

    private void type(String present, String fresh, String again) {
        model.text(Field.PRESENT).set(present);
        model.text(Field.FRESH).set(fresh);
        model.text(Field.AGAIN).set(again);
    }

    @Test
    void saysBesideTheFieldWhatIsWrong() {
        type("old river stones", "short", "shor");
        model.change();
        assertThat(model.fault(Field.PRESENT).get()).isEmpty();
        assertThat(model.fault(Field.FRESH).get()).isEqualTo("At least 8 characters.");
        assertThat(model.fault(Field.AGAIN).get()).isEqualTo("The two are not the same.");
        model.text(Field.FRESH).set("new river stones");
        assertThat(model.fault(Field.FRESH).get()).isEmpty();
    }

    @Test
    void keepsWhatWasTypedWhenNoAnswerComes() {
        type("old river stones", "new river stones", "new river stones");
        model.change();
        assertThat(model.noticeProperty().get()).startsWith("No answer came.");
        assertThat(model.troubleProperty().get()).isTrue();
        assertThat(model.text(Field.FRESH).get()).isEqualTo("new river stones");
    }

    @Test
    void forgetsAllWhenItIsLeft() {
        type("old river stones", "short", "short");
        model.change();
        model.onHide();
        assertThat(model.text(Field.PRESENT).get() + model.text(Field.FRESH).get())
                .isEmpty();
        assertThat(model.fault(Field.FRESH).get()).isEmpty();
    }
}
