package dev.keyrack.desktop;

import dev.keyrack.client.LaunchOptions;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The desktop program as JavaFX starts and stops it; [LaunchOptions] says with which arguments.
public final class DesktopApp extends Application {

    private @Nullable DesktopAssembly assembly;

    @Override
    public void start(Stage stage) {
        assembly = new DesktopAssembly(LaunchOptions.of(getParameters().getRaw()), stage, this::open);
        assembly.show(stage);
    }

    private void open(Path document) {
        getHostServices().showDocument(document.toUri().toString());
    }

    @Override
    public void stop() {
        if (assembly != null) {
            assembly.stop();
        }
    }
}
