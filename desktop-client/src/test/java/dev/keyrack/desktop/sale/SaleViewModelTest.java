package dev.keyrack.desktop.sale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaleViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime runtime;

    @SuppressWarnings("NullAway.Init")
    private SaleViewModel model;

    @BeforeEach
    void open() {
        Samples.fill(folder, List.of());
        runtime = Samples.cutOff(folder);
        var receipts = new Receipts(runtime, folder, _ -> {});
        model = new SaleViewModel(
                runtime,
                UiTasks.onCaller(),
                Samples.ENGLISH,
                Samples.CLOCK,
                new SaleViewModel.Ways(() -> {}, _ -> {}, receipts));
        model.open(Samples.SITE);
        model.begin(Start.TONIGHT);
    }

    @AfterEach
    void stop() {
        runtime.stop();
    }

    @Test
    void beginsWithTonight() {
        assertThat(model.stay().fromProperty().get()).isEqualTo(Samples.DAY);
        assertThat(model.stay().toProperty().get()).isEqualTo(Samples.DAY.plusDays(1));
    }

    @Test
    void offersNoPaymentWhileNothingIsKept() {
        assertThat(model.stay().noticeProperty().get()).isEqualTo("The server does not answer.");
        assertThat(model.payAllowed().getValue()).isFalse();
        model.payInCash();
        assertThat(model.saleProperty().get()).isNull();
    }

    @Test
    void refusesDeparturesBeforeArrivals() {
        model.stay().toProperty().set(Samples.DAY);
        assertThat(model.stay().faultProperty().get()).startsWith("The departure must be");
    }

    @Test
    void keepsWhatWasTypedWhenDatesChange() {
        model.guest().lastNameProperty().set("Reis");
        model.stay().toProperty().set(Samples.DAY.plusDays(4));
        assertThat(model.guest().lastNameProperty().get()).isEqualTo("Reis");
    }
}
