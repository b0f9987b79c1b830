package dev.keyrack.desktop;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.LaunchOptions;
import dev.keyrack.desktop.shell.ShellController;
import dev.keyrack.desktop.shell.ShellViewModel;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.Theme;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewLoader;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Puts the desktop program together, by hand and in one place.
final class DesktopAssembly {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private final ClientRuntime runtime;
    private final Messages messages;
    private final ShellViewModel shell;

    DesktopAssembly(LaunchOptions options) {
        runtime = new ClientRuntime(options.server());
        messages = Messages.of(DesktopApp.class, options.language());
        shell = new ShellViewModel(runtime, messages, UiTasks.onScreen());
    }

    void show(Stage stage) {
        Theme.LIGHT.use();
        var view = new ViewLoader(messages).load(new ShellController(shell, stage::close));
        var scene = new Scene(view, WIDTH, HEIGHT);
        Theme.dress(scene);
        stage.setTitle(messages.text("shell.window.title"));
        stage.setScene(scene);
        stage.show();
        shell.onShow();
        runtime.start();
    }

    void stop() {
        shell.onHide();
        runtime.stop();
    }
}
