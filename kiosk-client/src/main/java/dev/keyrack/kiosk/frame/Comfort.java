package dev.keyrack.kiosk.frame;

import dev.keyrack.fx.Theme;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// How this guest likes the screen: language, contrast, and everything within reach. The next guest begins anew.
public final class Comfort {

    private final Locale usual;
    private final ObjectProperty<Locale> language;
    private final BooleanProperty contrast = new SimpleBooleanProperty();
    private final BooleanProperty reach = new SimpleBooleanProperty();

    /// @param usual the house's own language
    public Comfort(Locale usual) {
        this.usual = usual;
        language = new SimpleObjectProperty<>(usual);
    }

    public ObjectProperty<Locale> languageProperty() {
        return language;
    }

    /// Black on white, nothing below 7 to 1.
    public BooleanProperty contrastProperty() {
        return contrast;
    }

    public void switchContrast() {
        contrast.set(!contrast.get());
    }

    /// Everything that is touched moves down, for who sits or is small.
    public BooleanProperty reachProperty() {
        return reach;
    }

    public Theme theme() {
        return contrast.get() ? Theme.CONTRAST : Theme.LIGHT;
    }

    public void forget() {
        language.set(usual);
        contrast.set(false);
        reach.set(false);
    }
}
