package dev.keyrack.desktop.board;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// The colours that the board's sheet gives its canvas, as `-board-NAME`.
final class BoardColours {

    private static final StyleablePropertyFactory<PlanningBoard> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final Map<Ink, StyleableProperty<Color>> inks = new EnumMap<>(Ink.class);

    /// What is painted with a colour.
    enum Ink {
        SURFACE,
        SUNKEN,
        LINE,
        TEXT,
        QUIET,
        ACCENT,
        SOFT,
        ON_ACCENT,
        OVER,
        TODAY,
        ATTENTION,
        DANGER,
        ON_SIGN
    }

    BoardColours(PlanningBoard board) {
        for (Ink ink : Ink.values()) {
            String name = ink.name().toLowerCase(Locale.ROOT).replace('_', '-');
            inks.put(
                    ink,
                    FACTORY.createStyleableColorProperty(
                            board,
                            name,
                            "-board-" + name,
                            owner -> owner.colours().property(ink)));
        }
    }

    private StyleableProperty<Color> property(Ink ink) {
        return Objects.requireNonNull(inks.get(ink));
    }

    static List<CssMetaData<? extends Styleable, ?>> metaData() {
        return FACTORY.getCssMetaData();
    }

    /// Calls back whenever the sheet gives another colour.
    void onChange(Runnable change) {
        for (StyleableProperty<Color> each : inks.values()) {
            if (each instanceof ObservableValue<?> observable) {
                observable.subscribe(change);
            }
        }
    }

    Color of(Ink ink) {
        return property(ink).getValue();
    }
}
