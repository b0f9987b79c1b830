package dev.keyrack.contract.stay;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keyrack.contract.value.UnitId;
import org.jspecify.annotations.Nullable;

/// The part of a stay that is spent in one unit.
///
/// @param unitName as staff know it; null in requests
/// @param startDate first night, as a local date
/// @param endDate day of leaving the unit, as a local date
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UnitNights(UnitId unitId, @Nullable String unitName, String startDate, String endDate) {}
