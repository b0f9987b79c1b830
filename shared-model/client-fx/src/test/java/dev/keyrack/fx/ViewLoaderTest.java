package dev.keyrack.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class ViewLoaderTest {

    private final ViewLoader views = new ViewLoader(Messages.of(ViewLoaderTest.class, Locale.GERMAN));

    @Test
    void loadsTheScreenOfTheControllerGiven() {
        var view = views.load(new SampleController("Ms Stone"));
        assertThat(view.getChildrenUnmodifiable())
                .extracting(child -> ((Label) child).getText())
                .containsExactly("Auf Wiedersehen", "Ms Stone");
    }

    @Test
    void refusesAControllerWithoutAScreen() {
        assertThatThrownBy(() -> views.load("nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("String.fxml");
    }
}
