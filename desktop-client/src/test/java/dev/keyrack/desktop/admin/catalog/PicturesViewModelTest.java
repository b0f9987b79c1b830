package dev.keyrack.desktop.admin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PicturesViewModelTest {

    private final PicturesViewModel model =
            new PicturesViewModel(Samples.cutOff(Path.of("unused")), UiTasks.onCaller(), Samples.ENGLISH, _ -> {});

    @Test
    void keepsAPlaceForWhatCannotBeShown() {
        model.show(illustrated());
        assertThat(model.rows()).extracting(PictureRow::name).containsExactly("Picture 1", "Picture 2");
        assertThat(model.rows()).noneMatch(PictureRow::isLoaded);
        assertThat(model.noticeProperty().get()).isEqualTo("A picture cannot be shown now.");
    }

    @Test
    void removesNothingWhenTheServerIsSilent() {
        model.show(illustrated());
        model.remove(model.rows().getFirst());
        assertThat(model.rows()).hasSize(2);
        assertThat(model.noticeProperty().get()).startsWith("No answer came");
    }

    @Test
    void saysSoWhenAFileCannotBeRead() {
        model.show(illustrated());
        model.add(Path.of("no-such-picture.png"));
        assertThat(model.noticeProperty().get()).isEqualTo("That did not work here. Try again.");
        assertThat(model.changeAllowed().getValue()).isTrue();
    }

    private static Resource illustrated() {
        Resource room = Samples.DOUBLE;
        return new Resource(
                room.id(),
                room.site(),
                room.grain(),
                room.state(),
                room.terms().withImages(List.of("/api/v1/media/med_1.png", "/api/v1/media/med_2.png")),
                room.rates(),
                room.rules(),
                room.revision());
    }
}
