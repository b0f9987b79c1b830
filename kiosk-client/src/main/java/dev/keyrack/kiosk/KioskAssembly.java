package dev.keyrack.kiosk;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.LaunchOptions;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.Theme;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewLoader;
import dev.keyrack.kiosk.welcome.WelcomeController;
import dev.keyrack.kiosk.welcome.WelcomeViewModel;
import java.time.Clock;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/// Puts the kiosk program together, by hand and in one place.
final class KioskAssembly {

    private static final int WIDTH = 1080;
    private static final int HEIGHT = 1920;

    private final ClientRuntime runtime;
    private final Messages messages;
    private final WelcomeViewModel welcome;

    KioskAssembly(LaunchOptions options) {
        runtime = new ClientRuntime(options, Clock.systemUTC());
        messages = Messages.of(KioskApp.class, options.language());
        welcome = new WelcomeViewModel(runtime, messages, UiTasks.onScreen());
    }

    void show(Stage stage) {
        var view = new ViewLoader(messages).load(new WelcomeController(welcome));
        var scene = new Scene(view, WIDTH, HEIGHT);
        Theme.LIGHT.wear(scene);
        stage.setTitle(messages.text("welcome.window.title"));
        stage.setScene(scene);
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        stage.setFullScreen(true);
        stage.show();
        welcome.onShow();
        runtime.start();
    }

    void stop() {
        welcome.onHide();
        runtime.stop();
    }
}
