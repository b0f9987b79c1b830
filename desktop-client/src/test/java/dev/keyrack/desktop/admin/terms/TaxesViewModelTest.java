package dev.keyrack.desktop.admin.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.catalog.Tax;
import dev.keyrack.desktop.Samples;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class TaxesViewModelTest {

    private final TaxesViewModel model = new TaxesViewModel(Samples.ENGLISH, () -> {});

    @Test
    void addsWhatWasTyped() {
        addCityTax();
        assertThat(model.listTaxes())
                .containsExactly(new Tax("City tax", Tax.Kind.PER_GUEST_AND_GRAIN, new BigDecimal("2.50"), false));
        assertThat(model.rows().getFirst().text()).isEqualTo("City tax: 2.50 per guest and night, added to the price");
    }

    private void addCityTax() {
        model.nameProperty().set("City tax");
        model.amountProperty().set("2,50");
        model.kindNameProperty().set("per guest and night");
        model.includedProperty().set(false);
        model.add();
    }

    @Test
    void saysWhatIsWrongAndKeepsIt() {
        model.amountProperty().set("much");
        model.add();
        assertThat(model.nameFaultProperty().get()).isNotEmpty();
        assertThat(model.amountFaultProperty().get()).isNotEmpty();
        assertThat(model.amountProperty().get()).isEqualTo("much");
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void putsATaxBackIntoTheFields() {
        addCityTax();
        model.take(model.rows().getFirst());
        assertThat(model.rows()).isEmpty();
        assertThat(model.nameProperty().get()).isEqualTo("City tax");
    }
}
