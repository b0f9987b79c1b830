package dev.keyrack.desktop.attention;

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
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

class AttentionScreenTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final FxRobot robot = new CalmRobot();

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void keepsEachUntilSomebodyDecides(String language) throws Exception {
        var booking = new BookingId("bkg_a");
        Samples.fill(folder, List.of(Samples.booking("bkg_a", 0, "unt_1", BookingStatus.COMPLETED)));
        Samples.refuse(folder, new Mutation.MoveUnit(booking, null, new UnitId("unt_2"), "102"));
        ClientRuntime runtime = Samples.cutOff(folder);
        Messages messages = Messages.of(DesktopApp.class, Locale.forLanguageTag(language));
        var model = new AttentionViewModel(runtime, UiTasks.onCaller(), messages, shown -> {});
        Stage stage = FxToolkit.registerPrimaryStage();
        robot.interact(() -> {
            Parent screen = new ViewLoader(messages).load(new AttentionController(model));
            screen.setStyle("-fx-font-size: 13px");
            var scene = new Scene(screen, 1096, 652);
            Theme.LIGHT.wear(scene);
            stage.setScene(scene);
            stage.show();
            model.onShow();
            model.open(Samples.SITE);
        });
        Picture.saveDarkAndLight(stage.getScene(), "attention-" + language);
        robot.clickOn(messages.text("attention.step.drop"));
        assertThat(model.rows()).isEmpty();
        robot.interact(model::onHide);
        robot.interact(stage::hide);
        runtime.stop();
    }
}
