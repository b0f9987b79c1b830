package dev.keyrack.desktop.admin.rates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.catalog.RateRule;
import dev.keyrack.desktop.Samples;
import dev.keyrack.desktop.admin.AdminRig;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatesIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void showsAChangeAgainOnTopOfSomebodyElses() throws Exception {
        try (AdminRig rig = new AdminRig(folder)) {
            RatesViewModel first = model(rig.join("first"));
            ClientRuntime runtime = rig.join("second");
            RatesViewModel second = model(runtime);
            LocalDate day = LocalDate.now(Clock.systemUTC()).plusDays(10);
            type(first, day, "Fair", "300");
            type(second, day, "Concert", "310");
            assertThat(second.effects()).singleElement().asString().contains("310.00");

            first.save();
            assertThat(first.noticeProperty().get()).isEqualTo("Saved.");
            second.save();
            assertThat(second.noticeProperty().get()).startsWith("Somebody else changed the rates");
            assertThat(second.effects()).singleElement().asString().contains("300.00 → ", "310.00");
            second.save();

            ResourceChoice choice = second.selectedProperty().get();
            assertThat(choice).isNotNull();
            assertThat(AdminRig.answered(runtime.api()
                                    .catalog()
                                    .getResource(choice.resource().id()))
                            .rates())
                    .extracting(RateRule::name)
                    .endsWith("Fair", "Concert");
        }
    }

    @Test
    void removesARuleOnlyAfterItsEffectWasShown() throws Exception {
        try (AdminRig rig = new AdminRig(folder)) {
            RatesViewModel model = model(rig.join("first"));
            type(model, LocalDate.now(Clock.systemUTC()).plusDays(10), "Fair", "300");
            model.save();
            int rules = model.rules().size();
            RuleRow fair = model.rules().stream()
                    .filter(row -> row.days().startsWith("Fair"))
                    .findFirst()
                    .orElseThrow();
            model.remove(fair);
            assertThat(model.effects()).singleElement().asString().contains("300.00 → ");
            assertThat(model.rules()).hasSize(rules);
            model.save();
            assertThat(model.rules()).hasSize(rules - 1).doesNotContain(fair);
        }
    }

    private static void type(RatesViewModel model, LocalDate day, String name, String price) {
        model.select(day);
        model.form().text(RatesFormViewModel.Entry.NAME).set(name);
        model.form().text(RatesFormViewModel.Entry.PRICE).set(price);
        model.preview();
    }

    private static RatesViewModel model(ClientRuntime runtime) {
        SiteCopy copy = AdminRig.open(runtime, "sit_city");
        RatesViewModel model = new RatesViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH, Clock.systemUTC());
        model.open(copy);
        return model;
    }
}
