package dev.keyrack.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.fx.check.CalmRobot;
import dev.keyrack.fx.check.Picture;
import dev.keyrack.fx.check.ThreadsCheck;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class DesktopAppTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final FxRobot robot = new CalmRobot();

    @ParameterizedTest
    @CsvSource({"en, Keyrack: Front Desk, Offline since", "de, Keyrack: Empfang, Offline seit"})
    void opensAndClosesCleanly(String language, String title, String offline) throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        var threads = new ThreadsCheck();
        var app = FxToolkit.setupApplication(
                DesktopApp.class, "--server=http://127.0.0.1:1/", "--language=" + language, "--folder=" + folder);

        assertThat(stage.getTitle()).isEqualTo(title);
        Label connection = robot.lookup("#connection").queryAs(Label.class);
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> connection.getText().startsWith(offline));
        Picture.saveDarkAndLight(stage.getScene(), "shell-" + language);

        robot.interact(stage::close);
        FxToolkit.cleanupApplication(app);
        threads.requireNoneLeft();
    }
}
