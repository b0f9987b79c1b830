package dev.keyrack.desktop.admin;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;

/// Reads and writes figures in fields. Point and comma both stand before the decimals, and nothing parts thousands: so
/// a price is never read a thousand times too high.
public record Figures(Locale locale) {

    public static Optional<BigDecimal> read(String text) {
        String figure = text.strip().replace(',', '.');
        return figure.matches("-?[0-9]{1,9}(\\.[0-9]{1,4})?") ? Optional.of(new BigDecimal(figure)) : Optional.empty();
    }

    public static Optional<Integer> readWhole(String text) {
        String figure = text.strip();
        return figure.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(figure)) : Optional.empty();
    }

    public String write(BigDecimal figure) {
        char point = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        return figure.toPlainString().replace('.', point);
    }
}
