package dev.keyrack.server.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.booking.PriceLine;
import dev.keyrack.contract.catalog.RateRule;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.Tax;
import dev.keyrack.server.rig.Sample;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceRuleTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 12, 4);
    private static final List<LocalDate> WEEKEND = List.of(FRIDAY, FRIDAY.plusDays(1));

    private static Resource resource(ResourceTerms terms, RateRule... rates) {
        return Sample.resource("Europe/Lisbon", terms, List.of(rates), List.of());
    }

    private static RateRule rule(
            @Nullable LocalDate from,
            Set<DayOfWeek> days,
            int nights,
            @Nullable String price,
            @Nullable String percent) {
        return new RateRule(
                "rule",
                from,
                null,
                days,
                nights,
                price == null ? null : new BigDecimal(price),
                percent == null ? null : new BigDecimal(percent));
    }

    @Test
    void multipliesTheBasePriceByNightsAndQuantity() {
        Quote quote = PriceRule.quote(resource(Sample.nights(5)), WEEKEND, 3, 3);
        assertThat(quote.total()).isEqualTo(new BigDecimal("900.00"));
        assertThat(quote.perGrain()).isEqualTo(new BigDecimal("150.00"));
    }

    @Test
    void takesTheLastPriceThatHoldsThenEveryPercent() {
        Quote quote = PriceRule.quote(
                resource(
                        Sample.nights(5),
                        rule(null, Set.of(), 0, "200.00", null),
                        rule(FRIDAY.plusDays(1), Set.of(), 0, "300.00", null),
                        rule(null, Set.of(DayOfWeek.SATURDAY), 0, null, "10"),
                        rule(null, Set.of(), 2, null, "-50"),
                        rule(null, Set.of(), 3, null, "-90")),
                WEEKEND,
                1,
                1);
        assertThat(quote.lines())
                .extracting(PriceLine::amount)
                .containsExactly(new BigDecimal("100.00"), new BigDecimal("165.00"));
    }

    @Test
    void addsTaxesThatAreNotIncludedAndShowsThoseThatAre() {
        Resource taxed = resource(Sample.nights(
                5,
                new Tax("VAT", Tax.Kind.PERCENT, new BigDecimal("6"), true),
                new Tax("City tax", Tax.Kind.PER_GUEST_AND_GRAIN, new BigDecimal("2"), false),
                new Tax("Cleaning", Tax.Kind.PER_STAY, new BigDecimal("25"), false)));
        Quote quote = PriceRule.quote(taxed, WEEKEND, 1, 2);
        assertThat(quote.total()).isEqualTo(new BigDecimal("333.00"));
        assertThat(quote.lines())
                .filteredOn(PriceLine::included)
                .extracting(PriceLine::amount)
                .containsExactly(new BigDecimal("16.98"));
    }

    @Test
    void addsUpToTheTotalWhateverTheRates() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Resource any = resource(
                    Sample.nights(
                            5, new Tax("tax", Tax.Kind.PERCENT, BigDecimal.valueOf(random.nextInt(2500), 2), false)),
                    rule(
                            null,
                            Set.of(),
                            0,
                            BigDecimal.valueOf(random.nextInt(99_999), 2).toString(),
                            null),
                    rule(
                            null,
                            Set.of(),
                            0,
                            null,
                            BigDecimal.valueOf(random.nextInt(200) - 100).toString()));
            Quote quote = PriceRule.quote(any, WEEKEND, 1 + random.nextInt(9), 1);
            BigDecimal sum = quote.lines().stream().map(PriceLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(quote.total()).as("seed %d", seed).isEqualByComparingTo(sum);
            assertThat(quote.total().scale()).isEqualTo(2);
        }
    }
}
