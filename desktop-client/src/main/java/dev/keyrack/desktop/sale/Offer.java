package dev.keyrack.desktop.sale;

import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.Unit;
import java.math.BigDecimal;
import java.util.List;

/// Something that is free for the whole stay.
///
/// @param left how many could be sold
/// @param total price of the whole stay, taxes in it
/// @param units those that nobody has on these nights, by name
public record Offer(Resource resource, int left, BigDecimal total, List<Unit> units) {}
