package dev.keyrack.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class ThemeTest {

    @Test
    void changesTheLookOfASceneAndKeepsItsFont() throws Exception {
        FxToolkit.registerPrimaryStage();
        Label label = new Label("Grüße €1,234.50");
        Scene scene = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> new Scene(new StackPane(label)));
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> Theme.CONTRAST.wear(scene));
        WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            Theme.DARK.wear(scene);
            scene.getRoot().applyCss();
        });

        assertThat(scene.getStylesheets()).hasSize(1);
        assertThat(label.getFont().getFamily()).isEqualTo("Inter");
        assertThat(Font.getFontNames("Inter")).contains("Inter Regular", "Inter Bold");
    }
}
