package dev.keyrack.desktop.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.sync.Mutation;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.desktop.Samples;
import dev.keyrack.desktop.palette.PaletteViewModel.Command;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaletteViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<Object> opened = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime runtime;

    @SuppressWarnings("NullAway.Init")
    private PaletteViewModel model;

    @BeforeEach
    void open() {
        Samples.fill(
                folder,
                List.of(
                        Samples.booking("bkg_a", 0, "unt_1", BookingStatus.CONFIRMED),
                        Samples.booking("bkg_b", 40, "unt_2", BookingStatus.CONFIRMED)));
        runtime = Samples.cutOff(folder);
        model = new PaletteViewModel(
                runtime,
                UiTasks.onCaller(),
                Samples.ENGLISH,
                Samples.CLOCK,
                new PaletteViewModel.Ways(opened::add, (guest, name) -> opened.add(name), opened::add));
        model.open(Samples.SITE);
        model.begin(List.of(
                new Command("Arrivals", "fth-log-in", () -> opened.add("arrivals")),
                new Command("Guests", "fth-users", () -> opened.add("guests"))));
    }

    @AfterEach
    void close() {
        runtime.stop();
    }

    @Test
    void offersEveryActionBeforeOneTypes() {
        assertThat(model.entries()).extracting(PaletteEntry::title).containsExactly("Arrivals", "Guests");
    }

    @Test
    void opensAnActionByTheKeyboardAlone() {
        model.wordsProperty().set("gest");
        model.wordsProperty().set("guets");
        assertThat(model.entries().getFirst().title()).isEqualTo("Guests");
        model.take();
        assertThat(opened).containsExactly("guests");
        assertThat(model.shownProperty().get()).isFalse();
    }

    @Test
    void findsGuestsAndTheirBookingsNearestFirst() {
        model.wordsProperty().set("ana");
        assertThat(model.entries())
                .extracting(PaletteEntry::kind)
                .containsExactly("Guest", "Guest", "Booking", "Booking");
        assertThat(model.entries().get(2).title()).isEqualTo("Ana Guest bkg_a · KR2F4G");
        model.pointDown();
        model.pointDown();
        model.pointDown();
        model.pointDown();
        assertThat(model.pointedProperty().get()).isEqualTo(3);
        model.pointUp();
        model.take();
        assertThat(opened).hasSize(1);
    }

    @Test
    void opensABookingByItsCodeAndEnterAlone() {
        model.wordsProperty().set(" kr2f4g");
        assertThat(model.entries())
                .extracting(PaletteEntry::kind)
                .containsExactly("Booking", "Booking", "Guest", "Guest");
        model.take();
        assertThat(opened)
                .singleElement()
                .isInstanceOfSatisfying(
                        Booking.class,
                        booking -> assertThat(booking.bookingId().value()).isEqualTo("bkg_a"));
    }

    @Test
    void showsWhatChangesMeanwhileAndKeepsPointingAtTheSame() {
        model.wordsProperty().set("ana");
        model.pointDown();
        model.pointDown();
        var seen = new UserDetails("Ana", "Guest bkg_b", "ana@example.com", null);
        runtime.openSite(Samples.SITE)
                .record(new Mutation.SetGuest(
                        new BookingId("bkg_b"), seen, new UserDetails("Ana", "Later", null, null)));
        assertThat(model.entries().getLast().title()).isEqualTo("Ana Later · KR2F4G");
        assertThat(model.pointedProperty().get()).isEqualTo(2);
        model.wordsProperty().set("anab");
        model.wordsProperty().set("ana");
        assertThat(model.pointedProperty().get()).isZero();
    }

    @Test
    void findsDays() {
        model.wordsProperty().set("+3");
        assertThat(model.entries().getFirst().title()).isEqualTo("Thursday, June 17, 2027");
        model.take();
        assertThat(opened).containsExactly(Samples.DAY.plusDays(3));
    }

    @Test
    void findsRoomsAndSaysWhoIsThere() {
        model.wordsProperty().set("101");
        PaletteEntry room = model.entries().stream()
                .filter(entry -> entry.kind().equals("Room"))
                .findFirst()
                .orElseThrow();
        assertThat(room.detail()).isEqualTo("Ana Guest bkg_a, until Thu, Jun 17");
    }

    @Test
    void pointsAtNothingWhereNothingIsFound() {
        model.wordsProperty().set("zzzz");
        assertThat(model.pointedProperty().get()).isEqualTo(-1);
        model.pointDown();
        model.pointUp();
        model.take();
        assertThat(opened).isEmpty();
        assertThat(model.emptyText().getValue()).isEqualTo("Nothing matches “zzzz”.");
    }
}
