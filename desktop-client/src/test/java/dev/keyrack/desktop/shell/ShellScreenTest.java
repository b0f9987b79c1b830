package dev.keyrack.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.sync.Mutation;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.desktop.DesktopApp;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.Theme;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewLoader;
import dev.keyrack.fx.check.CalmRobot;
import dev.keyrack.fx.check.Picture;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class ShellScreenTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final FxRobot robot = new CalmRobot();

    @ParameterizedTest
    @CsvSource({"en,LIGHT", "de,LIGHT", "en,DARK", "de,DARK"})
    void tellsOfWhatTheServerRefused(String language, Theme theme) throws Exception {
        Samples.fill(folder, List.of(Samples.booking("bkg_a", 0, "unt_1", BookingStatus.COMPLETED)));
        Samples.refuse(folder, new Mutation.MoveUnit(new BookingId("bkg_a"), null, new UnitId("unt_2"), "102"));
        ClientRuntime runtime = Samples.cutOff(folder);
        Messages messages = Messages.of(DesktopApp.class, Locale.forLanguageTag(language));
        var decided = new AtomicBoolean();
        var turns = new ShellViewModel.Turns(_ -> {}, _ -> {}, () -> {}, () -> decided.set(true), () -> {});
        var model = new ShellViewModel(runtime, UiTasks.onScreen(), messages, Samples.CLOCK, theme, turns);
        Stage stage = FxToolkit.registerPrimaryStage();
        robot.interact(() -> {
            stage.setScene(new Scene(new ViewLoader(messages).load(new ShellController(model, () -> {})), 1280, 720));
            stage.show();
            model.onShow();
            model.offer(List.of(Samples.SITE), List.of(), "");
        });
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> CalmRobot.look(() -> robot.lookup(".notification-bar .title")
                                .tryQuery()
                                .filter(title -> title.getOpacity() > 0.99))
                        .isPresent());
        Node told = robot.lookup(".notification-bar").query();
        String look = language + (theme == Theme.DARK ? "-dark" : "");
        Picture.save(told.getScene(), "shell-refused-" + look);
        Picture.save(stage.getScene(), "shell-refusal-counted-" + look);
        robot.clickOn(told);
        assertThat(decided).isTrue();
        robot.interact(model::onHide);
        robot.interact(stage::hide);
        runtime.stop();
    }
}
