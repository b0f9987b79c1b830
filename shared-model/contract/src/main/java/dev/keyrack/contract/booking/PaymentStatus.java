package dev.keyrack.contract.booking;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// Where the money of a booking stands. `unpaid`: something of its price is still owed, though a part may be paid.
/// `pending`: the payment's outcome is not known yet. `authorised`: reserved on the guest's account, not yet taken.
public enum PaymentStatus {
    @JsonProperty("unpaid")
    UNPAID,
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("authorised")
    AUTHORISED,
    @JsonProperty("paid")
    PAID,
    @JsonProperty("partially_refunded")
    PARTIALLY_REFUNDED,
    @JsonProperty("refunded")
    REFUNDED,
    @JsonProperty("voided")
    VOIDED,
    @JsonProperty("declined")
    DECLINED,
    /// A status that this program is too old to know.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
