package dev.keyrack.desktop;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.fx.check.CalmRobot;
import dev.keyrack.server.ServerAssembly;
import dev.keyrack.server.rig.HotelServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A server with real bookings around today, and the desk's program before it, in one JVM.
public final class DeskRig implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private final FxRobot robot = new CalmRobot();
    private final LateClock clock = new LateClock();
    private final ServerAssembly server;
    private final SignIn administrator;
    private final Stage stage;
    private final Application app;

    public DeskRig(Path folder, String language) throws IOException, TimeoutException {
        this(folder, language, ClientRuntime.DEFAULT_TERMINAL);
    }

    /// With a card terminal.
    public DeskRig(Path folder, String language, URI terminal) throws IOException, TimeoutException {
        HotelServer hotels = HotelServer.open(folder.resolve("server"), clock, 1);
        server = hotels.server();
        administrator = hotels.administrator();
        stage = FxToolkit.registerPrimaryStage();
        app = FxToolkit.setupApplication(
                DesktopApp.class,
                "--server=" + server.uri(),
                "--folder=" + folder.resolve("desk"),
                "--language=" + language,
                "--terminal=" + terminal);
    }

    /// The server's.
    public Clock clock() {
        return clock;
    }

    /// Lets time go by at the server, so that a sign-in grows old.
    public void pass(Duration time) {
        clock.late = clock.late.plus(time);
    }

    public ServerAssembly server() {
        return server;
    }

    public FxRobot robot() {
        return robot;
    }

    public Stage stage() {
        return stage;
    }

    public SignIn administrator() {
        return administrator;
    }

    /// Signs the administrator in, and waits for the board.
    public void signIn() {
        robot.interact(() -> {
            find("name", TextField.class).setText(administrator.name());
            find("password", TextField.class).setText(administrator.password());
            find("enter", Button.class).fire();
        });
        await(() -> robot.lookup("#board").tryQuery().isPresent());
    }

    /// The node that is in view; one that is hidden only if no other has this id.
    public <T extends Node> T find(String id, Class<T> type) {
        return CalmRobot.look(() -> robot.lookup("#" + id).queryAllAs(type).stream()
                .filter(DeskRig::isInView)
                .findFirst()
                .orElseGet(() -> robot.lookup("#" + id).queryAs(type)));
    }

    /// Whether it is visible, and everything that it is in.
    public static boolean isInView(Node node) {
        return node.isVisible() && (node.getParent() == null || isInView(node.getParent()));
    }

    /// Waits until it holds.
    public static void await(Callable<Boolean> truth) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS,
                    SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(truth).get());
        } catch (TimeoutException e) {
            throw new AssertionError("That did not happen within " + PATIENCE_SECONDS + " seconds", e);
        }
    }

    /// Goes like all others, but later.
    private static final class LateClock extends Clock {

        private volatile Duration late = Duration.ZERO;

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(late);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Override
    public void close() throws TimeoutException {
        robot.interact(stage::close);
        FxToolkit.cleanupApplication(app);
        server.close();
    }
}
