package dev.keyrack.contract.availability;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.UnitId;
import org.jspecify.annotations.Nullable;

/// Keeps something for a few minutes.
///
/// @param guests how many people come; null for one each
/// @param unitId the very unit wanted, or null for any
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreateHold(
        ResourceId resourceId,
        String startDate,
        String endDate,
        Quantity quantity,
        @Nullable Integer guests,
        @Nullable UnitId unitId) {}
