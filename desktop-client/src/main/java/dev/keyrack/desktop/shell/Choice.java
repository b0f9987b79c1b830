package dev.keyrack.desktop.shell;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Something that the frame offers: a place in the rail, or an action in the menu.
///
/// @param icon a literal of the Feather pack
/// @param shortcut as menus write it, such as `Shortcut+K`
/// @param count how much waits there; none is shown for 0
public record Choice(
        String id,
        Section section,
        String title,
        String icon,
        @Nullable String shortcut,
        ObservableValue<Integer> count,
        Runnable open) {

    private static final ObservableValue<Integer> NOTHING = new SimpleObjectProperty<>(0);

    /// Where it stands.
    public enum Section {
        DESK,
        /// For those who decide what is sold.
        ADMIN,
        ACTION
    }

    /// One at which nothing waits.
    public static Choice of(String id, Section section, String title, String icon, Runnable open) {
        return new Choice(id, section, title, icon, null, NOTHING, open);
    }

    public Choice onKey(String keys) {
        return new Choice(id, section, title, icon, keys, count, open);
    }

    public Choice counting(ObservableValue<Integer> waiting) {
        return new Choice(id, section, title, icon, shortcut, waiting, open);
    }
}
