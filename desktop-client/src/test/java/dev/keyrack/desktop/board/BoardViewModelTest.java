package dev.keyrack.desktop.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.desktop.Samples;
import dev.keyrack.desktop.change.ChangeViewModel;
import dev.keyrack.desktop.plan.Bar;
import dev.keyrack.desktop.plan.Draft;
import dev.keyrack.desktop.plan.WalkIn;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardViewModelTest {

    private static final int DAY = Math.toIntExact(Samples.DAY.toEpochDay());

    private final List<Booking> chosen = new ArrayList<>();
    private final List<WalkIn> walkIns = new ArrayList<>();

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
        UiTasks tasks = UiTasks.onCaller();
        var changes = new ChangeViewModel(runtime, tasks, Samples.ENGLISH);
        model = new BoardViewModel(runtime, tasks, Samples.ENGLISH, Samples.CLOCK, chosen::add, walkIns::add, changes);
        model.onShow();
        model.open(runtime.openSite(Samples.SITE));
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
                .map(bar -> bar.stay().id().value())
                .toList();
    }

    private Bar only() {
        return model.planProperty().get().bars().findFirst().orElseThrow();
    }

    @Test
    void showsTheCopyAroundTodayWithoutAServer() {
        assertThat(shown()).containsExactly("bkg_a");
        assertThat(model.dayProperty().get()).isEqualTo(Samples.DAY.minusDays(2));
    }

    @Test
    void rehearsesWithWhatIsKeptHereAndShowsNothingOfIt() {
        UiTasks tasks = UiTasks.onCaller();
        var before = new BoardViewModel(
                runtime,
                tasks,
                Samples.ENGLISH,
                Samples.CLOCK,
                chosen::add,
                walkIns::add,
                new ChangeViewModel(runtime, tasks, Samples.ENGLISH));
        assertThat(runtime.listKept())
                .singleElement()
                .satisfies(kept -> assertThat(kept.list()).hasSize(2));
        before.rehearse();
        assertThat(before.planProperty().get().rows()).isEmpty();
        assertThat(before.noticeProperty().get()).isEmpty();
    }

    @Test
    void readsMoreThanIsInViewSoThatScrollingFindsItThere() {
        assertThat(model.planProperty().get().covers(DAY - BoardViewModel.SPARE, DAY + BoardViewModel.SPARE))
                .isTrue();
    }

    @Test
    void readsOtherDaysWhenItIsTurned() {
        model.showDate(Samples.DAY.plusDays(190));
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
    void showsAMoveAtOnceAsNotSentYet() {
        model.drop(Draft.of(Draft.Kind.MOVE, only()).by(1, 0));
        assertThat(only().row()).isEqualTo(2);
        assertThat(only().stay().look().sync()).isEqualTo(SiteCopy.SyncState.PENDING);
        assertThat(model.undoAllowed().getValue()).isTrue();
        model.undo();
        assertThat(only().row()).isEqualTo(1);
    }

    @Test
    void saysWhyAStayCannotBeThere() {
        model.drop(Draft.of(Draft.Kind.MOVE, only()).by(-1, 0));
        assertThat(model.noticeProperty().get()).startsWith("A stay needs a room");
        assertThat(only().row()).isEqualTo(1);
    }

    @Test
    void beginsABookingInEmptyNights() {
        model.startWalkIn(model.planProperty().get().row(2), DAY, DAY + 2);
        assertThat(walkIns)
                .containsExactly(new WalkIn(
                        Samples.DOUBLE.id(), Samples.UNITS.getFirst().id(), Samples.DAY, Samples.DAY.plusDays(2)));
    }

    @Test
    void beginsNoBookingInThePast() {
        model.startWalkIn(model.planProperty().get().row(2), DAY - 1, DAY + 2);
        assertThat(walkIns).isEmpty();
        assertThat(model.noticeProperty().get()).startsWith("That night is past");
    }

    @Test
    void bringsABookingIntoView() {
        model.show(Samples.booking("bkg_far", 200, "unt_1", BookingStatus.CONFIRMED));
        assertThat(shown()).contains("bkg_far");
        assertThat(model.soughtProperty().get()).isNotNull();
    }
}
