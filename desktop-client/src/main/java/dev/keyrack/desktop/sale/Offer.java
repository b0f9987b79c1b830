package dev.keyrack.desktop.sale;

import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.contract.value.TimeRange;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that is free: for the whole stay, or at a time of its own.
///
/// @param time of the appointment or performance; null for nights
/// @param left how many could be sold
/// @param total price of all that is wanted; for nights with the taxes in it
/// @param units those that nobody has on these nights, by name
public record Offer(Resource resource, @Nullable TimeRange time, int left, BigDecimal total, List<Unit> units) {}
