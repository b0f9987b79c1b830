package dev.keyrack.contract.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keyrack.contract.value.ResourceId;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/// A resource as the search shows it. `price` is for one grain (a night, an appointment, a ticket); `distance` in
/// kilometres only where a point was asked for.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FoundResource(
        ResourceId id,
        ResourceType type,
        String name,
        String location,
        BigDecimal price,
        CurrencyUnit currency,
        BigDecimal rating,
        boolean available,
        List<String> images,
        @Nullable BigDecimal distance) {}
