package dev.keyrack.contract.availability;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.ResourceId;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/// The answer to an availability check.
///
/// @param availableQuantity the most that could be booked for the whole period
/// @param price of one grain, on average over the period
/// @param totalPrice of the whole period and quantity, taxes and fees in it; null where it cannot be sold
/// @param version stands for everything this answer depends on; a booking may name it as `expectedVersion`
/// @param reason why it is not available, or null
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Availability(
        boolean available,
        ResourceId resourceId,
        int availableQuantity,
        BigDecimal price,
        CurrencyUnit currency,
        @Nullable BigDecimal totalPrice,
        long version,
        @Nullable ProblemType reason) {}
