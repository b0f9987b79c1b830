package dev.keyrack.desktop.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.sync.Mutation;
import dev.keyrack.client.sync.SiteCopy.SyncState;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.UiTasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<Booking> opened = new ArrayList<>();
    private final List<String> decided = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime runtime;

    @SuppressWarnings("NullAway.Init")
    private DayViewModel model;

    @BeforeEach
    void open() {
        Samples.fill(
                folder,
                List.of(
                        Samples.booking("bkg_a", 0, "unt_1", BookingStatus.CONFIRMED),
                        Samples.paid(Samples.booking("bkg_b", -3, "unt_2", BookingStatus.CHECKED_IN)),
                        Samples.booking("bkg_c", 1, "unt_1", BookingStatus.CONFIRMED)));
        runtime = Samples.cutOff(folder);
        model = new DayViewModel(
                runtime, UiTasks.onCaller(), Samples.ENGLISH, Samples.CLOCK, opened::add, () -> decided.add("decided"));
        model.onShow();
    }

    @AfterEach
    void close() {
        model.onHide();
        runtime.stop();
    }

    @Test
    void listsWhoArrivesToday() {
        model.open(Samples.SITE);
        assertThat(model.rows()).extracting(DayRow::guest).containsExactly("Ana Guest bkg_a");
        assertThat(model.rows().getFirst().balance()).isEqualTo("€1,360.50");
        assertThat(model.rows().getFirst().stepText()).isEqualTo("Check in");
        assertThat(model.count(DayList.ARRIVALS).getValue()).isEqualTo(1);
        assertThat(model.count(DayList.DEPARTURES).getValue()).isEqualTo(1);
    }

    @Test
    void checksInWithoutTheServerAndTakesItBack() {
        model.open(Samples.SITE);
        model.take(model.rows().getFirst());
        assertThat(model.rows()).isEmpty();
        assertThat(model.noticeProperty().get()).isEqualTo("Ana Guest bkg_a is checked in: unt_1 · Double.");
        assertThat(model.emptyText().getValue()).isEqualTo("Everybody who was due today has arrived.");
        model.undo();
        assertThat(model.rows()).hasSize(1);
        assertThat(model.undoAllowed().getValue()).isFalse();
    }

    @Test
    void showsWhatWaitsToBeSent() {
        model.open(Samples.SITE);
        model.take(model.rows().getFirst());
        model.show(DayList.IN_HOUSE);
        DayRow waiting = model.rows().stream()
                .filter(row -> row.guest().endsWith("bkg_a"))
                .findFirst()
                .orElseThrow();
        assertThat(waiting.state()).isEqualTo(SyncState.PENDING);
        assertThat(waiting.stateText()).isEqualTo("Waits to be sent");
    }

    @Test
    void sendsThoseWhoWereRefusedToADecision() {
        Samples.refuse(folder, new Mutation.CheckIn(new BookingId("bkg_a"), null, null));
        model.open(Samples.SITE);
        model.take(model.rows().getFirst());
        assertThat(decided).hasSize(1);
        assertThat(model.rows().getFirst().stateText()).isEqualTo("Needs attention");
    }

    @Test
    void opensTheBookingOfThoseWhoOwe() {
        model.open(Samples.SITE);
        model.show(DayList.UNPAID);
        model.take(model.rows().getFirst());
        assertThat(opened).extracting(Booking::bookingId).containsExactly(new BookingId("bkg_a"));
    }

    @Test
    void showsAnotherDay() {
        model.open(Samples.SITE);
        model.showDaysOn(1);
        assertThat(model.rows()).extracting(DayRow::guest).containsExactly("Ana Guest bkg_c");
        assertThat(model.rows().getFirst().stepText()).isEqualTo("Open");
        assertThat(model.count(DayList.ARRIVALS).getValue()).isEqualTo(1);
        model.showToday();
        assertThat(model.rows()).extracting(DayRow::guest).containsExactly("Ana Guest bkg_a");
    }

    @Test
    void findsByBeginningsOfWords() {
        model.open(Samples.SITE);
        model.searchProperty().set("guest dou");
        assertThat(model.rows()).hasSize(1);
        model.searchProperty().set("zoe");
        assertThat(model.rows()).isEmpty();
        assertThat(model.emptyText().getValue()).startsWith("Nobody on this list matches “zoe”");
    }

    @Test
    void saysSoWhenTheCopyCannotBeRead() throws IOException {
        Samples.spoil(folder);
        model.open(Samples.SITE);
        assertThat(model.emptyText().getValue()).startsWith("The local copy cannot be read");
    }
}
