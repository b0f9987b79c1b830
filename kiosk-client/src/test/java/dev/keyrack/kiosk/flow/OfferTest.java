package dev.keyrack.kiosk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.Tax;
import dev.keyrack.kiosk.Samples;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferTest {

    /// Two nights for one guest, with 2.00 for him and each of them.
    private static Offer taxed() {
        Resource like = Samples.DOUBLE;
        ResourceTerms terms = like.terms();
        var perGuest = new Tax("City tax", Tax.Kind.PER_GUEST_AND_GRAIN, new BigDecimal("2.00"), false);
        var vat = new Tax("VAT", Tax.Kind.PERCENT, new BigDecimal("6"), true);
        var taxed = new ResourceTerms(
                terms.type(),
                terms.name(),
                terms.description(),
                terms.amenities(),
                terms.images(),
                terms.rating(),
                terms.maximumGuests(),
                terms.capacity(),
                terms.basePrice(),
                0,
                0,
                0,
                0,
                365,
                false,
                terms.cancellationPolicy(),
                List.of(vat, perGuest),
                List.of());
        return new Offer(
                new Resource(
                        like.id(),
                        like.site(),
                        like.grain(),
                        like.state(),
                        taxed,
                        List.of(),
                        List.of(),
                        like.revision()),
                null,
                5,
                new BigDecimal("120.00"),
                new BigDecimal("244.00"));
    }

    @Test
    void addsTheTaxesOfEveryGuest() {
        assertThat(taxed().total(Party.ONE, 2)).isEqualByComparingTo("244.00");
        assertThat(taxed().total(new Party(1, 2), 2)).isEqualByComparingTo("248.00");
        assertThat(taxed().total(new Party(2, 4), 2)).isEqualByComparingTo("496.00");
    }
}
