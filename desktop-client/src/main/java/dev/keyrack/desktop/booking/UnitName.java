package dev.keyrack.desktop.booking;

import dev.keyrack.contract.catalog.Unit;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Shows a unit by its name.
final class UnitName extends StringConverter<Unit> {

    @Override
    public String toString(@Nullable Unit unit) {
        return unit == null ? "" : unit.name();
    }

    @Override
    public @Nullable Unit fromString(@Nullable String text) {
        return null;
    }
}
