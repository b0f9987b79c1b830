package dev.keyrack.desktop.sale;

import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Shows a unit by its name.
public final class UnitText extends StringConverter<UnitChoice> {

    @Override
    public String toString(@Nullable UnitChoice unit) {
        return unit == null ? "" : unit.name();
    }

    @Override
    public @Nullable UnitChoice fromString(@Nullable String text) {
        return null;
    }
}
