package dev.keyrack.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class AmountsTest {

    private static final BigDecimal AMOUNT = new BigDecimal("1360.5");

    @Test
    void writesMoneyAsTheReaderDoes() {
        assertThat(new Amounts(Locale.ENGLISH).format(AMOUNT, CurrencyUnit.EUR)).isEqualTo("€1,360.50");
        assertThat(new Amounts(Locale.GERMAN).format(AMOUNT, CurrencyUnit.EUR)).isEqualTo("1.360,50\u00a0€");
    }

    @Test
    void keepsTheDecimalsOfTheCurrency() {
        assertThat(new Amounts(Locale.ENGLISH).format(new BigDecimal("1200"), CurrencyUnit.JPY))
                .isEqualTo("¥1,200");
    }

    @Test
    void showsWhichWayADifferenceGoes() {
        Amounts amounts = new Amounts(Locale.ENGLISH);

        assertThat(amounts.formatDifference(BigDecimal.TEN, CurrencyUnit.EUR)).isEqualTo("+€10.00");
        assertThat(amounts.formatDifference(BigDecimal.TEN.negate(), CurrencyUnit.EUR))
                .isEqualTo("-€10.00");
    }
}
