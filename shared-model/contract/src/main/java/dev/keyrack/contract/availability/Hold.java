package dev.keyrack.contract.availability;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.keyrack.contract.booking.PriceLine;
import dev.keyrack.contract.value.HoldId;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/// Cells taken while somebody decides or pays; ends by itself at `expiresAt`, which is null while a payment
/// for it is under way.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Hold(
        HoldId holdId,
        ResourceId resourceId,
        String startDate,
        String endDate,
        Quantity quantity,
        State status,
        @Nullable Instant expiresAt,
        boolean extendable,
        BigDecimal totalPrice,
        CurrencyUnit currency,
        List<PriceLine> priceLines,
        Revision revision) {

    /// An `active` hold becomes exactly one of the others, and never active again.
    public enum State {
        @JsonProperty("active")
        ACTIVE,
        @JsonProperty("confirmed")
        CONFIRMED,
        @JsonProperty("released")
        RELEASED,
        @JsonProperty("expired")
        EXPIRED
    }
}
