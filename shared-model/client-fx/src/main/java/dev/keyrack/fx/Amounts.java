package dev.keyrack.fx;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.joda.money.CurrencyUnit;

/// Writes money as the readers of a language do, with the currency's own number of decimals.
public record Amounts(Locale locale) {

    /// Such as `€1,234.50` or `1.234,50 €`.
    public String format(BigDecimal amount, CurrencyUnit currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(currency.getCode()));
        format.setMinimumFractionDigits(currency.getDecimalPlaces());
        format.setMaximumFractionDigits(currency.getDecimalPlaces());
        return format.format(amount);
    }

    /// As [#format], with a plus sign before what is above zero.
    public String formatDifference(BigDecimal amount, CurrencyUnit currency) {
        return amount.signum() > 0 ? "+" + format(amount, currency) : format(amount, currency);
    }
}
