package dev.keyrack.kiosk;

import dev.keyrack.client.LaunchOptions;
import java.time.Clock;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The kiosk program as JavaFX starts and stops it; [LaunchOptions] says with which arguments.
public final class KioskApp extends Application {

    private @Nullable KioskAssembly assembly;

    @Override
    public void start(Stage stage) {
        assembly = new KioskAssembly(LaunchOptions.of(getParameters().getRaw()), Clock.systemUTC());
        assembly.show(stage);
    }

    @Override
    public void stop() {
        if (assembly != null) {
            assembly.stop();
        }
    }
}
