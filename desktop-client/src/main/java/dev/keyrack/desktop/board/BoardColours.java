package dev.keyrack.desktop.board;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// The colours that the board's sheet gives its canvas.
final class BoardColours {

    private static final StyleablePropertyFactory<PlanningBoard> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Color> surface;
    private final StyleableProperty<Color> sunken;
    private final StyleableProperty<Color> line;
    private final StyleableProperty<Color> text;
    private final StyleableProperty<Color> quiet;
    private final StyleableProperty<Color> accent;
    private final StyleableProperty<Color> soft;
    private final StyleableProperty<Color> onAccent;
    private final StyleableProperty<Color> attention;

    BoardColours(PlanningBoard board) {
        surface = colour(board, "surface");
        sunken = colour(board, "sunken");
        line = colour(board, "line");
        text = colour(board, "text");
        quiet = colour(board, "quiet");
        accent = colour(board, "accent");
        soft = colour(board, "soft");
        onAccent = colour(board, "on-accent");
        attention = colour(board, "attention");
    }

    private static StyleableProperty<Color> colour(PlanningBoard board, String name) {
        return FACTORY.createStyleableColorProperty(
                board, name, "-board-" + name, owner -> owner.colours().of(name));
    }

    private StyleableProperty<Color> of(String name) {
        return switch (name) {
            case "surface" -> surface;
            case "sunken" -> sunken;
            case "line" -> line;
            case "text" -> text;
            case "quiet" -> quiet;
            case "accent" -> accent;
            case "soft" -> soft;
            case "on-accent" -> onAccent;
            default -> attention;
        };
    }

    static List<CssMetaData<? extends javafx.css.Styleable, ?>> metaData() {
        return FACTORY.getCssMetaData();
    }

    /// Calls back whenever the sheet gives another colour.
    void onChange(Runnable change) {
        for (StyleableProperty<Color> each :
                List.of(surface, sunken, line, text, quiet, accent, soft, onAccent, attention)) {
            if (each instanceof javafx.beans.value.ObservableValue<?> observable) {
                observable.subscribe(change);
            }
        }
    }

    Color surface() {
        return surface.getValue();
    }

    Color sunken() {
        return sunken.getValue();
    }

    Color line() {
        return line.getValue();
    }

    Color text() {
        return text.getValue();
    }

    Color quiet() {
        return quiet.getValue();
    }

    Color accent() {
        return accent.getValue();
    }

    Color soft() {
        return soft.getValue();
    }

    Color onAccent() {
        return onAccent.getValue();
    }

    Color attention() {
        return attention.getValue();
    }
}
