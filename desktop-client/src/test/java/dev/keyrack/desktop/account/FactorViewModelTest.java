package dev.keyrack.desktop.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.desktop.Samples;
import dev.keyrack.desktop.account.FactorViewModel.Stage;
import dev.keyrack.desktop.proof.ProofViewModel;
import dev.keyrack.fx.UiTasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactorViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime runtime;

    @SuppressWarnings("NullAway.Init")
    private FactorViewModel model;

    @BeforeEach
    void open() {
        runtime = Samples.cutOff(folder);
        var proof = new ProofViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH);
        model = new FactorViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH, proof);
    }

    @AfterEach
    void stop() {
        runtime.stop();
    }

    @Test
    void showsWhatTheServerSays() {
        model.take(false);
        assertThat(model.stageProperty().get()).isEqualTo(Stage.OFF);
        model.take(true);
        assertThat(model.stageProperty().get()).isEqualTo(Stage.ON);
        model.forget();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.UNKNOWN);
    }

    @Test
    void staysOffWithoutAnAnswer() {
        model.take(false);
        model.begin();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.OFF);
        assertThat(model.noticeProperty().get()).startsWith("No answer came.");
        assertThat(model.workingProperty().get()).isFalse();
    }

    @Test
    void asksForTheCode() {
        model.confirm();
        assertThat(model.codeFaultProperty().get()).isEqualTo("Fill this in.");
        model.codeProperty().set("1");
        assertThat(model.codeFaultProperty().get()).isEmpty();
    }

    @Test
    void asksBeforeItIsSwitchedOff() {
        model.take(true);
        model.switchOff();
        assertThat(model.questionProperty().get()).startsWith("Without the second factor");
        model.keepOn();
        assertThat(model.questionProperty().get()).isEmpty();
        assertThat(model.noticeProperty().get()).isEmpty();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.ON);
    }

    @Test
    void writesTheCodesIntoAFile() throws IOException {
        model.codes().setAll("abcd-efgh", "ijkl-mnop");
        Path file = folder.resolve("codes.txt");
        model.save(file);
        assertThat(Files.readString(file)).startsWith("Keyrack recovery codes").contains("abcd-efgh", "ijkl-mnop");
        assertThat(model.noticeProperty().get()).isEqualTo("Written to codes.txt.");
        model.save(folder.resolve("nowhere").resolve("codes.txt"));
        assertThat(model.troubleProperty().get()).isTrue();
    }
}
