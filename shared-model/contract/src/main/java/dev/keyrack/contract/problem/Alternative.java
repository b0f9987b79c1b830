package dev.keyrack.contract.problem;

import dev.keyrack.contract.value.ResourceId;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;

/// Something free that comes near to what was asked for.
public record Alternative(
        ResourceId resourceId,
        String resourceName,
        String startDate,
        String endDate,
        BigDecimal totalPrice,
        CurrencyUnit currency) {}
