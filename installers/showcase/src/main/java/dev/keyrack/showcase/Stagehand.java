package dev.keyrack.showcase;

import dev.keyrack.client.api.ClientJson;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Runs a program and waits, looks and takes pictures for the person before it.
final class Stagehand {

    private static final System.Logger LOG = System.getLogger(Stagehand.class.getName());
    private static final int PATIENCE_SECONDS = 60;

    private final FxRobot robot = new FxRobot();
    private final Stage stage;
    private final Path pictures;

    /// Does one thing at the screen.
    @FunctionalInterface
    interface Person {
        String act(String what, List<String> with) throws IOException;
    }

    Stagehand(Class<? extends Application> program, Path pictures, List<String> arguments) throws TimeoutException {
        this.pictures = pictures;
        stage = FxToolkit.registerPrimaryStage();
        FxToolkit.setupApplication(program, arguments.toArray(String[]::new));
    }

    /// Reads wishes and answers with outcomes until there are none any more.
    static void serve(Person person, PrintStream out) throws IOException {
        BufferedReader wishes = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = wishes.readLine(); line != null; line = wishes.readLine()) {
            Actor.Wish wish = ClientJson.read(line, Actor.Wish.class);
            out.println(ClientJson.write(outcome(person, wish)));
            out.flush();
        }
        System.exit(0);
    }

    private static Actor.Outcome outcome(Person person, Actor.Wish wish) {
        try {
            return new Actor.Outcome(person.act(wish.act(), wish.with()), null);
        } catch (IOException | RuntimeException | AssertionError e) {
            LOG.log(System.Logger.Level.ERROR, wish.act() + " failed", e);
            return new Actor.Outcome("", String.valueOf(e.getMessage()));
        }
    }

    FxRobot robot() {
        return robot;
    }

    Stage stage() {
        return stage;
    }

    /// Waits until it holds.
    void await(String what, Callable<Boolean> truth) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(truth).get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            picture("failed");
            throw new IllegalStateException("waited in vain until " + what, e);
        }
    }

    /// Waits until a node is there to be clicked.
    void awaitNode(String query) {
        await(query + " is there", () -> sees(query));
    }

    /// Whether a node is there to be clicked.
    boolean sees(String query) {
        return look(() -> robot.lookup(query).queryAll().stream().anyMatch(Stagehand::isUsable));
    }

    private static boolean isUsable(Node node) {
        return isShown(node) && !node.isDisabled() && node.getScene() != null;
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    /// Clicks once it can be clicked, where it lies after all that has just come and gone around it.
    void click(String query) {
        awaitNode(query);
        robot.clickOn(look(() -> {
            Node node = robot.lookup(query).match(Stagehand::isUsable).query();
            node.getScene().getRoot().applyCss();
            node.getScene().getRoot().layout();
            return node;
        }));
    }

    <T extends Node> T find(String query, Class<T> type) {
        return look(() -> robot.lookup(query).queryAs(type));
    }

    /// Asks on the toolkit's thread, since the screen changes meanwhile.
    static <T> T look(Callable<T> question) {
        if (!Platform.isFxApplicationThread()) {
            return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000L, question);
        }
        try {
            return question.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// The text of the first such label that is in view; empty if there is none.
    String text(String query) {
        return look(() -> robot.lookup(query).queryAll().stream()
                .filter(node -> node instanceof Label && node.getScene() != null && isShown(node))
                .map(node -> ((Label) node).getText())
                .findFirst()
                .orElse(""));
    }

    /// Writes `NAME.png` beside the others.
    void picture(String name) {
        pictureOf(stage.getScene(), name);
    }

    void pictureOf(Scene scene, String name) {
        WritableImage shot = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> scene.snapshot(null));
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = new int[width];
        for (int y = 0; y < height; y++) {
            shot.getPixelReader().getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            picture.setRGB(0, y, width, 1, pixels, 0, width);
        }
        try {
            ImageIO.write(picture, "png", pictures.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
