package dev.keyrack.contract.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keyrack.contract.value.HoldId;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.UnitId;
import org.jspecify.annotations.Nullable;

/// Books something.
///
/// @param paymentMethod `credit_card` with a token; `pay_on_arrival` and `cash` by staff only, without one
/// @param holdId the hold that keeps it, or null to take it now; the rest must agree with the hold
/// @param guests how many people come; null for one each
/// @param unitId the very unit wanted, or null for any
/// @param expectedVersion `version` of the availability answer the guest saw, or null
/// @param notes wishes, at most 2000 characters
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreateBooking(
        ResourceId resourceId,
        String startDate,
        String endDate,
        Quantity quantity,
        UserDetails userDetails,
        PaymentMethod paymentMethod,
        @Nullable PaymentDetails paymentDetails,
        @Nullable HoldId holdId,
        @Nullable Integer guests,
        @Nullable UnitId unitId,
        @Nullable Long expectedVersion,
        @Nullable String notes) {

    /// How it is paid.
    public enum PaymentMethod {
        @com.fasterxml.jackson.annotation.JsonProperty("credit_card")
        CREDIT_CARD,
        @com.fasterxml.jackson.annotation.JsonProperty("pay_on_arrival")
        PAY_ON_ARRIVAL,
        @com.fasterxml.jackson.annotation.JsonProperty("cash")
        CASH
    }
}
