package dev.keyrack.fx;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// A program's texts in one language: the files `messages.properties` (English) and `messages_de.properties` beside a
/// class.
public final class Messages {

    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private final ResourceBundle bundle;

    private Messages(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /// Texts from the package of the class; English where the wished language is not there.
    public static Messages of(Class<?> neighbour, Locale wished) {
        var noDetour = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        var name = neighbour.getPackageName() + ".messages";
        return new Messages(ResourceBundle.getBundle(name, wished, neighbour.getClassLoader(), noDetour));
    }

    /// @throws java.util.MissingResourceException if there is no such key
    public String text(String key) {
        return bundle.getString(key);
    }

    /// Fills `{0}`, `{1}`, ... as [MessageFormat] does.
    ///
    /// @throws java.util.MissingResourceException if there is no such key
    public String text(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale()).format(values);
    }

    public Locale locale() {
        var locale = bundle.getLocale();
        return locale.equals(Locale.ROOT) ? Locale.ENGLISH : locale;
    }

    ResourceBundle bundle() {
        return bundle;
    }
}
