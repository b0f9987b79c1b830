package dev.keyrack.desktop;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.LaunchOptions;
import dev.keyrack.client.session.SingleInstance;
import dev.keyrack.client.store.StoreException;
import dev.keyrack.desktop.sale.Receipts;
import dev.keyrack.desktop.shell.Preferences;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.Theme;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/// Puts the desktop program together, by hand and in one place.
final class DesktopAssembly {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private final SingleInstance instance;
    private final ClientRuntime runtime;
    private final Surroundings around;
    private final Stage stage;
    private final Scene scene;
    private Navigation navigation;

    /// @param opener shows a document
    DesktopAssembly(LaunchOptions options, SingleInstance instance, Stage stage, Consumer<Path> opener) {
        this.instance = instance;
        this.stage = stage;
        Clock clock = Clock.system(ZoneId.systemDefault());
        UiTasks tasks = UiTasks.onScreen();
        runtime = new ClientRuntime(options, clock);
        var receipts = new Receipts(runtime, options.folder().resolve("receipts"), opener);
        around = new Surroundings(runtime, tasks, clock, receipts);
        Preferences remembered = remembered();
        navigation = screens(remembered.language().orElse(options.language()), remembered.theme());
        scene = new Scene(navigation.load(), WIDTH, HEIGHT);
        scene.getAccelerators()
                .put(new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN), () -> navigation.sell());
        instance.onRaise(() -> tasks.show(this::raise));
    }

    /// What the program looked like last. A store that cannot be opened is told to whoever signs in.
    private Preferences remembered() {
        try {
            return Preferences.read(runtime.settings());
        } catch (StoreException _) {
            return Preferences.FIRST;
        }
    }

    private Navigation screens(Locale language, Theme theme) {
        Messages messages = Messages.of(DesktopApp.class, language);
        // the calendar that a date picker opens cannot be told in another way
        Locale.setDefault(Locale.Category.FORMAT, messages.locale());
        return new Navigation(around, messages, theme, this::speak, stage::close);
    }

    void show() {
        stage.setTitle(navigation.title());
        stage.setScene(scene);
        stage.show();
        navigation.start(null);
        runtime.start();
    }

    private void speak(Locale language) {
        Navigation before = navigation;
        before.close();
        navigation = screens(language, before.theme());
        scene.setRoot(navigation.load());
        stage.setTitle(navigation.title());
        navigation.start(before);
    }

    private void raise() {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    void stop() {
        navigation.close();
        runtime.stop();
        instance.close();
    }
}
