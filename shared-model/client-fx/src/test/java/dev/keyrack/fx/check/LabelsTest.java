package dev.keyrack.fx.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class LabelsTest {

    @BeforeAll
    static void open() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void asksOnceATextThatJustCameHasItsRoom() {
        Label label = new Label("brief");
        StackPane pane = new StackPane(label);
        show(pane);
        assertThat(clippedAfter(pane, () -> label.setText("a good deal longer")))
                .isEmpty();
        assertThat(clippedAfter(pane, () -> label.setMaxWidth(40))).containsExactly("a good deal longer");
    }

    private static void show(StackPane pane) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(pane, 400, 100));
            stage.show();
            pane.layout();
            stage.hide();
        });
    }

    private static List<String> clippedAfter(StackPane pane, Runnable change) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            change.run();
            return Labels.clipped(pane);
        });
    }
}
