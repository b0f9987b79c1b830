package dev.keyrack.desktop.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.fx.Theme;
import dev.keyrack.fx.check.CalmRobot;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

class FormFieldTest {

    private final FxRobot robot = new CalmRobot();

    @Test
    void marksTheFieldForAsLongAsSomethingIsWrongWithIt() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        var text = new SimpleStringProperty("");
        var fault = new ReadOnlyStringWrapper("");
        robot.interact(() -> {
            var field = new FormField();
            field.setId("price");
            field.bind(text, fault.getReadOnlyProperty());
            var scene = new Scene(new VBox(field), 400, 200);
            Theme.LIGHT.wear(scene);
            stage.setScene(scene);
            stage.show();
        });
        assertThat(isMarked()).isFalse();

        robot.interact(() -> fault.set("Please fill in."));
        assertThat(isMarked()).isTrue();

        robot.interact(() -> fault.set(""));
        assertThat(isMarked()).isFalse();
        robot.interact(stage::hide);
    }

    private boolean isMarked() {
        return robot.lookup("#price .text-field").query().getStyleClass().contains("form-field-wrong");
    }
}
