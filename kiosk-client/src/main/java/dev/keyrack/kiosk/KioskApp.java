package dev.keyrack.kiosk;

import dev.keyrack.client.LaunchOptions;
import dev.keyrack.client.session.SingleInstance;
import dev.keyrack.fx.UiTasks;
import java.time.Clock;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The kiosk program as JavaFX starts and stops it; [LaunchOptions] says with which arguments. Where it runs already
/// for the same folder, that window comes to the front instead.
public final class KioskApp extends Application {

    private @Nullable SingleInstance instance;
    private @Nullable KioskAssembly assembly;

    @Override
    public void start(Stage stage) {
        LaunchOptions options = LaunchOptions.of(getParameters().getRaw());
        SingleInstance.claim(options.folder()).ifPresentOrElse(own -> show(options, own, stage), Platform::exit);
    }

    private void show(LaunchOptions options, SingleInstance own, Stage stage) {
        instance = own;
        var kiosk = new KioskAssembly(options, Clock.systemUTC());
        assembly = kiosk;
        kiosk.show(stage);
        UiTasks tasks = UiTasks.onScreen();
        own.onRaise(() -> tasks.show(stage::toFront));
    }

    @Override
    public void stop() {
        if (assembly != null) {
            assembly.stop();
        }
        if (instance != null) {
            instance.close();
        }
    }
}
