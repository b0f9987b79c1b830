package dev.keyrack.contract.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.UnitId;
import org.jspecify.annotations.Nullable;

/// Changes a booking; what is null stays. A new period, quantity or resource is priced anew; the difference is charged
/// or refunded.
///
/// @param resourceId another resource of the same site
/// @param startDate together with `endDate` or not at all
/// @param paymentDetails pays a higher price; null charges the token that paid the booking
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeBooking(
        @Nullable ResourceId resourceId,
        @Nullable String startDate,
        @Nullable String endDate,
        @Nullable Quantity quantity,
        @Nullable Integer guests,
        @Nullable UnitId unitId,
        @Nullable UserDetails userDetails,
        @Nullable String notes,
        @Nullable PaymentDetails paymentDetails) {}
