package dev.keyrack.server.search;

import dev.keyrack.contract.catalog.ResourceType;
import dev.keyrack.contract.value.StayRange;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody looks for; what is null does not matter.
///
/// @param dates local dates; for nights the stay itself, otherwise the days on which something must be free
/// @param point where distances are measured from
record SearchCriteria(
        @Nullable ResourceType type,
        @Nullable String location,
        @Nullable StayRange dates,
        int guests,
        @Nullable BigDecimal minimumPrice,
        @Nullable BigDecimal maximumPrice,
        List<String> amenities,
        @Nullable Boolean available,
        @Nullable Point point,
        Sort sort) {

    /// Degrees north and east.
    record Point(BigDecimal latitude, BigDecimal longitude) {}

    /// In which order results come; without a wish, by name.
    enum Sort {
        NAME,
        PRICE,
        PRICE_DESCENDING,
        RATING,
        DISTANCE
    }
}
