package dev.keyrack.contract.stay;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keyrack.contract.value.UnitId;
import org.jspecify.annotations.Nullable;

/// The guest has come.
///
/// @param unitId the unit given; null for the one the booking has, or any free one
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CheckIn(@Nullable UnitId unitId) {}
