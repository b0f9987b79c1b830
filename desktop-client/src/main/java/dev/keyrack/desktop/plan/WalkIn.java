package dev.keyrack.desktop.plan;

import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The empty nights from which a booking begins.
///
/// @param unit null for any of the resource
/// @param from first night
/// @param to day of leaving
public record WalkIn(ResourceId resource, @Nullable UnitId unit, LocalDate from, LocalDate to) {}
