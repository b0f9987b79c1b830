package dev.keyrack.fx.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeoutException;
import javafx.scene.layout.Background;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class ContrastTest {

    @BeforeAll
    static void open() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void measuresAsWcagDoes() {
        assertThat(Contrast.ratio(Color.BLACK, Color.WHITE)).isEqualTo(21, within(0.01));
        assertThat(Contrast.ratio(Color.web("#767676"), Color.WHITE)).isEqualTo(4.54, within(0.01));
    }

    @Test
    void findsTextThatHardlyStandsOut() {
        Text text = new Text("faint");
        text.setFill(Color.web("#999999"));
        StackPane pane = new StackPane(text);
        pane.setBackground(Background.fill(Color.WHITE));
        assertThat(Contrast.faint(pane, 4.5)).hasSize(1).first().asString().startsWith("faint");
        pane.setBackground(Background.fill(Color.BLACK));
        assertThat(Contrast.faint(pane, 4.5)).isEmpty();
    }
}
