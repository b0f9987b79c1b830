package dev.keyrack.contract.booking;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;

/// What cancelling now would give back, before it is done.
///
/// @param keptAmount what was paid and stays with the provider
public record CancellationQuote(BigDecimal refundAmount, BigDecimal keptAmount, CurrencyUnit currency) {}
