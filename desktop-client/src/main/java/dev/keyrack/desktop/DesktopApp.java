package dev.keyrack.desktop;

import dev.keyrack.client.LaunchOptions;
import dev.keyrack.client.session.SingleInstance;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The desktop program as JavaFX starts and stops it; [LaunchOptions] says with which arguments. Where it runs already
/// for the same folder, that window comes to the front instead.
public final class DesktopApp extends Application {

    private @Nullable DesktopAssembly assembly;

    @Override
    public void start(Stage stage) {
        LaunchOptions options = LaunchOptions.of(getParameters().getRaw());
        SingleInstance.claim(options.folder()).ifPresentOrElse(own -> show(options, own, stage), Platform::exit);
    }

    private void show(LaunchOptions options, SingleInstance own, Stage stage) {
        var desk = new DesktopAssembly(options, own, stage, this::open);
        assembly = desk;
        desk.show();
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
