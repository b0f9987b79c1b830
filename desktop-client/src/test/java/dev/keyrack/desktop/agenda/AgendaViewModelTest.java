package dev.keyrack.desktop.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgendaViewModelTest {

    private final List<Booking> chosen = new ArrayList<>();
    private final List<FreeTime> wanted = new ArrayList<>();

    @TempDir
    private Path folder;

    private ClientRuntime runtime;
    private AgendaViewModel model;

    @SuppressWarnings("NullAway.Init")
    AgendaViewModelTest() {}

    @BeforeEach
    void openTheClinic() {
        Samples.fill(
                folder,
                List.of(Clinic.DOCTOR),
                List.of(Clinic.booking(Clinic.DOCTOR, "bkg_a", "T08:30:00Z", "T09:00:00Z")));
        runtime = Samples.cutOff(folder);
        model = new AgendaViewModel(
                runtime, UiTasks.onCaller(), Samples.ENGLISH, Samples.CLOCK, chosen::add, wanted::add);
        model.onShow();
        model.open(runtime.openSite(Samples.SITE));
    }

    @AfterEach
    void close() {
        model.onHide();
        runtime.stop();
    }

    private Appointment only() {
        return model.columnsProperty().get().getFirst().appointments().getFirst();
    }

    @Test
    void showsTheDayOfAllAtFirst() {
        assertThat(model.columnsProperty().get())
                .extracting(AgendaColumn::title)
                .containsExactly("Dr. Duarte");
        assertThat(model.title(only())).isEqualTo("09:30 Guest bkg_a");
        assertThat(model.noticeProperty().get()).isEmpty();
    }

    @Test
    void showsTheWeekOfOne() {
        model.practitionerProperty().set("Dr. Duarte");
        assertThat(model.columnsProperty().get()).hasSize(7);
        model.showNext();
        assertThat(model.dateProperty().get()).isEqualTo(Samples.DAY.plusDays(7));
        assertThat(model.noticeProperty().get()).isEqualTo("No appointments in these days.");
    }

    @Test
    void handsOverTheBookingOfAChosenAppointment() {
        model.choose(only());
        assertThat(chosen).extracting(booking -> booking.bookingId().value()).containsExactly("bkg_a");
    }

    @Test
    void offersTheTimesThatNobodyHas() {
        AgendaColumn column = model.columnsProperty().get().getFirst();
        List<LocalTime> free = model.listFree(column);
        assertThat(free).doesNotContain(LocalTime.of(9, 30)).contains(LocalTime.of(17, 30));
        model.sell(column, LocalTime.of(17, 30));
        assertThat(wanted)
                .containsExactly(
                        new FreeTime(Clinic.DOCTOR.id(), Samples.DAY, Instant.parse(Samples.DAY + "T16:30:00Z")));
    }
}
