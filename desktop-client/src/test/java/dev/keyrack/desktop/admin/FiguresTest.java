package dev.keyrack.desktop.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void readsPointAndCommaAlike() {
        assertThat(Figures.read(" 120,50 ")).contains(new BigDecimal("120.50"));
        assertThat(Figures.read("120.50")).contains(new BigDecimal("120.50"));
        assertThat(Figures.read("-10")).contains(new BigDecimal("-10"));
    }

    @Test
    void refusesWhatCouldMeanTwoThings() {
        assertThat(Figures.read("1.234,50")).isEmpty();
        assertThat(Figures.read("1 234")).isEmpty();
        assertThat(Figures.read("")).isEmpty();
        assertThat(Figures.readWhole("-1")).isEmpty();
    }

    @Test
    void writesAsTheReaderDoes() {
        assertThat(new Figures(Locale.GERMAN).write(new BigDecimal("120.50"))).isEqualTo("120,50");
    }
}
