package dev.keyrack.fx.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.fx.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/// Saves what a scene shows, for people to look at, where the build gathers pictures (`-Pgallery`).
public final class Picture {

    private static final int PATIENCE = 20_000;

    /// Where pictures go; empty where nobody will look at them.
    private static final String GALLERY = System.getProperty("gallery.folder", "");

    private Picture() {}

    /// Saves it as `NAME-dark.png` and as `NAME.png` in the light theme, in which it stays; no text in it may be cut.
    public static void saveDarkAndLight(Scene scene, String name) {
        saveDarkAndLight(scene, scene, name);
    }

    /// The same for what is shown over a scene, in a window of its own.
    public static void saveDarkAndLight(Scene scene, Scene shown, String name) {
        if (!GALLERY.isEmpty()) {
            wear(Theme.DARK, scene);
            save(shown, name + "-dark");
        }
        wear(Theme.LIGHT, scene);
        save(shown, name);
        assertThat(WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> Labels.clipped(shown.getRoot())))
                .as(name)
                .isEmpty();
    }

    private static void wear(Theme theme, Scene scene) {
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> theme.wear(scene));
    }

    /// Writes `NAME.png`; to be called from the test's own thread.
    public static void save(Scene scene, String name) {
        if (GALLERY.isEmpty()) {
            return;
        }
        var shot = WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> scene.snapshot(null));
        var width = (int) shot.getWidth();
        var height = (int) shot.getHeight();
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pixels = new int[width * height];
        shot.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        var file = Path.of(GALLERY, name + ".png");
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
