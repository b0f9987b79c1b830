package dev.keyrack.desktop.admin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.desktop.Samples;
import dev.keyrack.desktop.admin.AdminRig;
import dev.keyrack.fx.UiTasks;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void uploadsPutsFirstAndRemovesAPicture() throws Exception {
        try (AdminRig rig = new AdminRig(folder)) {
            ClientRuntime runtime = rig.join("admin");
            Resource room = AdminRig.open(runtime, "sit_city").listResources().getFirst();
            var model = new PicturesViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH, _ -> {});
            model.show(room);
            int before = model.rows().size();
            Path file = folder.resolve("room.png");
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", file.toFile());

            model.add(file);

            assertThat(model.rows()).hasSize(before + 1);
            PictureRow added = model.rows().getLast();
            assertThat(added.isLoaded()).isTrue();
            model.putFirst(added);
            assertThat(now(runtime, room).terms().images()).first().isEqualTo(added.path());
            model.remove(model.rows().getFirst());
            assertThat(now(runtime, room).terms().images())
                    .isEqualTo(room.terms().images());

            Files.writeString(file, "no picture");
            model.add(file);
            assertThat(model.noticeProperty().get()).isEqualTo(Samples.ENGLISH.text("catalog.picture.refused"));
        }
    }

    private static Resource now(ClientRuntime runtime, Resource room) {
        return AdminRig.answered(runtime.api().catalog().getResource(room.id()));
    }
}
