package dev.keyrack.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// Loads the screen of a controller by its name: `ShellController` is shown by `Shell.fxml` and, where there is one,
/// `Shell.css`.
public final class ViewLoader {

    private final Messages messages;

    public ViewLoader(Messages messages) {
        this.messages = messages;
    }

    /// The screen, wired to the controller given.
    public Parent load(Object controller) {
        var type = controller.getClass();
        var name = type.getSimpleName().replaceFirst("Controller$", "");
        var fxml = find(type, name + ".fxml");
        if (fxml == null) {
            throw new IllegalArgumentException(type.getName() + " has no " + name + ".fxml beside it");
        }
        var loader = new FXMLLoader(fxml, messages.bundle());
        loader.setControllerFactory(wanted -> given(wanted, controller));
        try {
            Parent view = Objects.requireNonNull(loader.load());
            var sheet = find(type, name + ".css");
            if (sheet != null) {
                view.getStylesheets().add(sheet.toExternalForm());
            }
            return view;
        } catch (IOException e) {
            throw new UncheckedIOException(fxml.toString(), e);
        }
    }

    private static Object given(Class<?> wanted, Object controller) {
        if (!wanted.isInstance(controller)) {
            throw new IllegalArgumentException(wanted.getName() + " was not given to the loader");
        }
        return controller;
    }

    private static @Nullable URL find(Class<?> type, String name) {
        return type.getResource(name);
    }
}
