package dev.keyrack.desktop.admin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime runtime;

    @SuppressWarnings("NullAway.Init")
    private CatalogViewModel model;

    @BeforeEach
    void open() {
        Samples.fill(folder, List.of());
        runtime = Samples.cutOff(folder);
        model = new CatalogViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH, Samples.CLOCK);
        model.open(runtime.openSite(Samples.SITE));
    }

    @AfterEach
    void stop() {
        runtime.stop();
    }

    @Test
    void listsWhatIsSold() {
        ResourceRow row = model.rows().getFirst();
        assertThat(row.name()).isEqualTo("Double");
        assertThat(row.state()).isEqualTo("On sale");
        assertThat(row.priceFrom()).isEqualTo("€120.00");
        assertThat(row.units()).isEqualTo("2");
    }

    @Test
    void findsAsOneTypes() {
        model.searchProperty().set("ROOM");
        assertThat(model.rows()).hasSize(1);
        model.searchProperty().set("suite");
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void opensWhatIsChosen() {
        model.selectedProperty().set(model.rows().getFirst());
        assertThat(model.form().title().getValue()).isEqualTo("Double");
        assertThat(model.units().rows()).extracting(UnitRow::name).containsExactly("101", "102");
    }

    @Test
    void beginsSomethingNew() {
        model.selectedProperty().set(model.rows().getFirst());
        model.create();
        assertThat(model.form().existing().getValue()).isFalse();
        assertThat(model.units().rows()).isEmpty();
        assertThat(model.units().addAllowed().getValue()).isFalse();
    }
}
