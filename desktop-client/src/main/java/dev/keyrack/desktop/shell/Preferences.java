package dev.keyrack.desktop.shell;

import dev.keyrack.client.store.SettingStore;
import dev.keyrack.fx.Theme;
import java.util.Locale;
import java.util.Optional;

/// How the program looked and spoke when it was left.
public record Preferences(Theme theme, Optional<Locale> language) {

    private static final String THEME = "desk:theme";
    private static final String LANGUAGE = "desk:language";

    /// For a first start.
    public static final Preferences FIRST = new Preferences(Theme.LIGHT, Optional.empty());

    public static Preferences read(SettingStore settings) {
        Theme theme = settings.find(THEME).orElse("").equals(Theme.DARK.name()) ? Theme.DARK : Theme.LIGHT;
        return new Preferences(theme, settings.find(LANGUAGE).map(Locale::forLanguageTag));
    }

    static void keep(SettingStore settings, Theme theme) {
        settings.put(THEME, theme.name());
    }

    static void keep(SettingStore settings, Locale language) {
        settings.put(LANGUAGE, language.toLanguageTag());
    }
}
