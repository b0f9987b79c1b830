package dev.keyrack.client.terminal;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;

/// What the guest is asked to pay.
///
/// @param paymentId of this one attempt, never used again
public record TerminalPayment(String paymentId, BigDecimal amount, CurrencyUnit currency) {}
