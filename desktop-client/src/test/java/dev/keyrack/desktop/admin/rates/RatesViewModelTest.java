package dev.keyrack.desktop.admin.rates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatesViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime runtime;

    @SuppressWarnings("NullAway.Init")
    private RatesViewModel model;

    @BeforeEach
    void open() {
        Samples.fill(folder, List.of());
        runtime = Samples.cutOff(folder);
        model = new RatesViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH, Samples.CLOCK);
        model.open(runtime.openSite(Samples.SITE));
    }

    @AfterEach
    void stop() {
        runtime.stop();
    }

    @Test
    void choosesDaysInEitherDirection() {
        model.select(Samples.DAY);
        model.extendTo(Samples.DAY.minusDays(3));
        assertThat(model.chosen().text().getValue()).isEqualTo("Fri, Jun 11 – Mon, Jun 14");
    }

    @Test
    void turnsToTheMonthThatTheKeyboardReaches() {
        model.select(Samples.DAY.withDayOfMonth(1).minusDays(1));
        assertThat(model.chosen().monthProperty().get()).isEqualTo(YearMonth.of(2027, 5));
    }

    @Test
    void savesNothingThatWasNotShown() {
        model.form().text(RatesFormViewModel.Entry.PRICE).set("100");
        assertThat(model.saveAllowed().getValue()).isFalse();
        model.preview();
        assertThat(model.noticeProperty().get()).startsWith("The server does not answer");
        assertThat(model.saveAllowed().getValue()).isFalse();
        assertThat(model.form().text(RatesFormViewModel.Entry.PRICE).get()).isEqualTo("100");
    }

    @Test
    void asksForSomethingToChange() {
        model.preview();
        assertThat(model.noticeProperty().get()).startsWith("Type a price");
    }
}
