package dev.keyrack.desktop.sale;

import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is known of a sale before it begins; null is still open.
///
/// @param to day of leaving
public record Start(
        @Nullable ResourceId resource,
        @Nullable UnitId unit,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /// Tonight, and nothing else is known.
    public static final Start TONIGHT = new Start(null, null, null, null);
}
