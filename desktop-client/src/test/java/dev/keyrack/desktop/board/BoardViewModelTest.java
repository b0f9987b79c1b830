package dev.keyrack.desktop.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardViewModelTest {

    private final List<Booking> chosen = new ArrayList<>();

    @TempDir
    private Path folder;

    private ClientRuntime runtime;
    private BoardViewModel model;

    @SuppressWarnings("NullAway.Init")
    BoardViewModelTest() {}

    @BeforeEach
    void openTheHouse() {
        Samples.fill(
                folder,
                List.of(
                        Samples.booking("bkg_a", 0, "unt_1", BookingStatus.CONFIRMED),
                        Samples.booking("bkg_far", 200, "unt_1", BookingStatus.CONFIRMED)));
        runtime = Samples.cutOff(folder);
        Clock clock = Clock.fixed(Samples.DAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        model = new BoardViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH, clock, chosen::add);
        model.onShow();
        model.open(Samples.SITE);
    }

    @AfterEach
    void close() {
        model.onHide();
        runtime.stop();
    }

    private List<String> shown() {
        return model.planProperty()
                .get()
                .bars()
                .map(bar -> bar.stay().bookingId().value())
                .toList();
    }

    @Test
    void showsTheCopyAroundTodayWithoutAServer() {
        assertThat(shown()).containsExactly("bkg_a");
        assertThat(model.dayProperty().get()).isEqualTo(Samples.DAY.minusDays(2));
    }

    @Test
    void readsOtherDaysWhenItIsTurned() {
        model.showDaysOn(180);
        assertThat(shown()).containsExactly("bkg_far");
        model.showToday();
        assertThat(shown()).containsExactly("bkg_a");
    }

    @Test
    void handsOverTheWholeBookingOfAChosenBar() {
        model.choose(only());
        assertThat(chosen).extracting(Booking::confirmationCode).containsExactly("KR2F4G");
    }

    @Test
    void movesToOpenUnitsOfTheSameKindOnly() {
        List<BoardRow> rows = model.planProperty().get().rows();
        assertThat(rows).extracting(row -> model.moveAllowed(only(), row)).containsExactly(false, false, true);
    }

    @Test
    void saysSoWhenTheServerIsSilent() {
        model.move(only(), model.planProperty().get().rows().getLast());
        assertThat(model.noticeProperty().get()).startsWith("No answer came");
        assertThat(model.undoableProperty().get()).isNull();
    }

    private Stay only() {
        return model.planProperty().get().bars().findFirst().orElseThrow().stay();
    }
}
