package dev.keyrack.desktop.sale;

import dev.keyrack.contract.value.UnitId;
import org.jspecify.annotations.Nullable;

/// A unit that can be promised with a sale.
///
/// @param id null for any that is free
public record UnitChoice(@Nullable UnitId id, String name) {}
