package dev.keyrack.desktop.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerformancesViewModelTest {

    private final List<Booking> chosen = new ArrayList<>();
    private final List<FreeTime> wanted = new ArrayList<>();

    @TempDir
    private Path folder;

    private ClientRuntime runtime;
    private PerformancesViewModel model;

    @SuppressWarnings("NullAway.Init")
    PerformancesViewModelTest() {}

    @BeforeEach
    void openTheTheatre() {
        Samples.fill(
                folder,
                List.of(Clinic.FADO),
                List.of(Clinic.booking(Clinic.FADO, "bkg_a", "T20:00:00Z", "T22:00:00Z")));
        runtime = Samples.cutOff(folder);
        model = new PerformancesViewModel(
                runtime, UiTasks.onCaller(), Samples.ENGLISH, Samples.CLOCK, chosen::add, wanted::add);
        model.onShow();
        model.open(runtime.openSite(Samples.SITE));
    }

    @AfterEach
    void close() {
        model.onHide();
        runtime.stop();
    }

    @Test
    void countsWhatIsKnownHereAndSaysSo() {
        assertThat(model.performances()).hasSize(1);
        assertThat(model.fill(model.performances().getFirst())).isEqualTo("1 of 100, 99 free");
        assertThat(model.noticeProperty().get()).startsWith("Offline");
    }

    @Test
    void showsWhoComesToTheSelectedOne() {
        model.select(model.performances().getFirst());
        assertThat(model.guest(model.guests().getFirst())).isEqualTo("Guest bkg_a, Ana (1)");
        model.choose(model.guests().getFirst());
        assertThat(chosen).hasSize(1);
    }

    @Test
    void sellsTheSelectedOne() {
        model.sell();
        assertThat(wanted).isEmpty();
        model.select(model.performances().getFirst());
        assertThat(model.sellableProperty().get()).isTrue();
        model.sell();
        assertThat(wanted)
                .containsExactly(
                        new FreeTime(Clinic.FADO.id(), Samples.DAY, Instant.parse(Samples.DAY + "T20:00:00Z")));
    }
}
