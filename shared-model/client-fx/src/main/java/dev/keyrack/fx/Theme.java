package dev.keyrack.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/// The look: AtlantaFX Primer as the base, and one sheet of tokens over it that every feature sheet builds on.
public enum Theme {
    LIGHT(new PrimerLight()),
    DARK(new PrimerDark());

    private static final URL TOKENS = Objects.requireNonNull(Theme.class.getResource("tokens.css"));

    private final String base;

    Theme(atlantafx.base.theme.Theme base) {
        this.base = base.getUserAgentStylesheet();
    }

    /// Dresses a scene, once for its life; [#use] changes light for dark later.
    public static void dress(Scene scene) {
        scene.getStylesheets().add(TOKENS.toExternalForm());
    }

    /// Makes this the look of the whole program.
    public void use() {
        Application.setUserAgentStylesheet(base);
    }
}
