package dev.keyrack.contract.booking;

import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;

/// What a change would cost, before it is made. Nothing is kept for it.
///
/// @param difference new total less the old one: above zero the guest owes it, below zero it goes back as far as it
/// was paid
public record ChangeQuote(
        BigDecimal totalPrice, BigDecimal difference, CurrencyUnit currency, List<PriceLine> priceLines) {}
