package dev.keyrack.desktop.sale;

import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is known of a sale before it begins; null is still open.
///
/// @param to day of leaving
/// @param at when an appointment or a performance begins
public record Start(
        @Nullable ResourceId resource,
        @Nullable UnitId unit,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Instant at) {

    /// Tonight, and nothing else is known.
    public static final Start TONIGHT = new Start(null, null, null, null, null);

    /// Some nights.
    public Start(
            @Nullable ResourceId resource, @Nullable UnitId unit, @Nullable LocalDate from, @Nullable LocalDate to) {
        this(resource, unit, from, to, null);
    }

    /// An appointment or tickets, at a time of that local day.
    public static Start at(ResourceId resource, LocalDate day, Instant time) {
        return new Start(resource, null, day, null, time);
    }
}
