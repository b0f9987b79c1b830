package dev.keyrack.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// The look: AtlantaFX Primer as the base, and over it a sheet of tokens that every feature sheet builds on.
public enum Theme {
    LIGHT(new PrimerLight(), "tokens.css"),
    DARK(new PrimerDark(), "tokens.css"),
    /// Nothing below a contrast of 7 to 1 (WCAG 2.2, 1.4.6).
    CONTRAST(new PrimerLight(), "contrast.css");

    static {
        for (String weight : List.of("Regular", "Medium", "SemiBold", "Bold")) {
            load("font/Inter-" + weight + ".otf");
        }
    }

    private final String base;
    private final String tokens;

    Theme(atlantafx.base.theme.Theme base, String tokens) {
        this.base = base.getUserAgentStylesheet();
        this.tokens = find(tokens).toExternalForm();
    }

    private static URL find(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name);
    }

    private static void load(String font) {
        try (InputStream glyphs = find(font).openStream()) {
            Objects.requireNonNull(Font.loadFont(glyphs, 13), font);
        } catch (IOException e) {
            throw new UncheckedIOException(font, e);
        }
    }

    /// Makes this the look of a scene, and of all controls of the program.
    public void wear(Scene scene) {
        Application.setUserAgentStylesheet(base);
        scene.getStylesheets().removeIf(sheet -> Stream.of(values()).anyMatch(theme -> sheet.equals(theme.tokens)));
        scene.getStylesheets().addFirst(tokens);
    }
}
