package dev.keyrack.desktop.admin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UnitsViewModelTest {

    private final UnitsViewModel model =
            new UnitsViewModel(Samples.cutOff(Path.of("unused")), UiTasks.onCaller(), Samples.ENGLISH);

    UnitsViewModelTest() {
        model.take(Samples.UNITS);
        model.show(Samples.DOUBLE.id());
    }

    @Test
    void putsTheChosenUnitIntoTheField() {
        model.selectedProperty().set(model.rows().getLast());
        assertThat(model.nameProperty().get()).isEqualTo("102");
        assertThat(model.switchServiceText().getValue()).isEqualTo("Take out of service");
    }

    @Test
    void asksForAName() {
        model.nameProperty().set("  ");
        model.add();
        assertThat(model.faultProperty().get()).isEqualTo("Please fill this in.");
    }

    @Test
    void keepsTheNameWhenTheServerIsSilent() {
        model.nameProperty().set("103");
        model.add();
        assertThat(model.faultProperty().get()).startsWith("No answer came");
        assertThat(model.nameProperty().get()).isEqualTo("103");
        assertThat(model.rows()).hasSize(2);
    }

    @Test
    void keepsARenamingOverNewsOfTheCopy() {
        model.selectedProperty().set(model.rows().getFirst());
        model.nameProperty().set("101a");
        model.take(Samples.UNITS);
        model.show(Samples.DOUBLE.id());
        assertThat(model.nameProperty().get()).isEqualTo("101a");
    }
}
