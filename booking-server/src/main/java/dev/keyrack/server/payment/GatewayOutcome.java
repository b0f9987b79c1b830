package dev.keyrack.server.payment;

import org.joda.money.Money;

/// What a gateway says of one operation.
public sealed interface GatewayOutcome {

    /// It was done.
    ///
    /// @param reference the gateway's own name for the charge
    /// @param amount what was really authorised, captured, voided or refunded
    record Approved(String reference, Money amount) implements GatewayOutcome {}

    /// It was refused, for certain.
    record Declined(String code) implements GatewayOutcome {}

    /// No answer came in time. It may or may not have been done.
    record Unknown() implements GatewayOutcome {}

    /// The gateway never heard of it, for certain. Only a look-up answers this.
    record NotFound() implements GatewayOutcome {}
}
