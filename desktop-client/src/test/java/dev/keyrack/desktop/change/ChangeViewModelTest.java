package dev.keyrack.desktop.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.ChangeBooking;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeViewModelTest {

    private static final Booking UNASSIGNED = Samples.booking("bkg_b", 0, null, BookingStatus.CONFIRMED);
    private static final Booking STAY = Samples.booking("bkg_a", 0, "unt_1", BookingStatus.CONFIRMED);

    @TempDir
    private Path folder;

    private ClientRuntime runtime;
    private SiteCopy copy;
    private ChangeViewModel model;

    @SuppressWarnings("NullAway.Init")
    ChangeViewModelTest() {}

    @BeforeEach
    void openTheHouse() {
        Samples.fill(folder, List.of(STAY, UNASSIGNED));
        runtime = Samples.cutOff(folder);
        copy = runtime.openSite(Samples.SITE);
        model = new ChangeViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH);
        model.open(copy);
    }

    @AfterEach
    void close() {
        runtime.stop();
    }

    private SiteCopy.Known known() {
        return copy.find(new BookingId("bkg_a")).orElseThrow();
    }

    private static StayChange.Move move() {
        return new StayChange.Move(STAY, new UnitId("unt_2"), "102");
    }

    @Test
    void movesAtOnceAndWithoutAServer() {
        model.propose(move());
        assertThat(known().booking().unitName()).isEqualTo("102");
        assertThat(known().state()).isEqualTo(SiteCopy.SyncState.PENDING);
        assertThat(model.open().getValue()).isFalse();
        assertThat(model.noticeProperty().get()).isEqualTo("Guest bkg_a is now in 102.");
    }

    @Test
    void takesAMoveBackOnce() {
        model.propose(move());
        assertThat(model.undoAllowed().getValue()).isTrue();
        model.undo();
        assertThat(known().booking().unitId()).isEqualTo(new UnitId("unt_1"));
        assertThat(model.undoAllowed().getValue()).isFalse();
    }

    @Test
    void takesTheFirstUnitOfAStayBack() {
        model.propose(new StayChange.Move(UNASSIGNED, new UnitId("unt_2"), "102"));
        model.undo();
        assertThat(copy.find(UNASSIGNED.bookingId()).orElseThrow().booking().unitId())
                .isNull();
        assertThat(model.noticeProperty().get()).isEqualTo("Guest bkg_b has no unit any more.");
        assertThat(model.undoAllowed().getValue()).isFalse();
    }

    @Test
    void saysWhyDatesNeedTheServerAndChangesNothing() {
        model.propose(new StayChange.Rebook(STAY, ChangeBooking.NOTHING.onDates("2027-06-14", "2027-06-19"), "101"));
        assertThat(model.open().getValue()).isTrue();
        assertThat(model.refusalProperty().get()).startsWith("The server does not answer. Dates and prices need it");
        assertThat(model.confirmAllowed().getValue()).isFalse();
        assertThat(model.stay().getValue()).isEqualTo("Mon, Jun 14 – Sat, Jun 19, 5 nights, 101");
        assertThat(model.oldPrice().getValue()).isEqualTo("€1,360.50");
        model.dismiss();
        assertThat(model.open().getValue()).isFalse();
        assertThat(known().booking()).isEqualTo(STAY);
    }

    @Test
    void asksBeforeItSwaps() {
        Booking other = Samples.booking("bkg_b", 0, "unt_2", BookingStatus.CONFIRMED);
        model.propose(new StayChange.Swap(STAY, other));
        assertThat(model.stay().getValue()).isEqualTo("unt_1 and unt_2 change places with Guest bkg_b");
        assertThat(model.confirmAllowed().getValue()).isTrue();
        model.confirm();
        assertThat(model.refusalProperty().get()).startsWith("No answer came");
        assertThat(model.undoAllowed().getValue()).isFalse();
    }
}
