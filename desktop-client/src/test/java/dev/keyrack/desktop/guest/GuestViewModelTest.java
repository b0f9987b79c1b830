package dev.keyrack.desktop.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.desktop.Samples;
import dev.keyrack.desktop.proof.ProofViewModel;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<Booking> opened = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime runtime;

    @SuppressWarnings("NullAway.Init")
    private GuestViewModel model;

    @BeforeEach
    void open() {
        Samples.fill(
                folder,
                List.of(
                        Samples.booking("bkg_a", 0, "unt_1", BookingStatus.CONFIRMED),
                        Samples.booking("bkg_b", -3, "unt_2", BookingStatus.COMPLETED)));
        runtime = Samples.cutOff(folder);
        var proof = new ProofViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH);
        model = new GuestViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH, opened::add, proof);
        model.onShow();
        model.open(Samples.SITE);
    }

    @AfterEach
    void close() {
        model.onHide();
        runtime.stop();
    }

    @Test
    void findsAsOneTypes() {
        assertThat(model.guests()).isEmpty();
        assertThat(model.emptyText().getValue()).startsWith("Type the beginning");
        model.searchProperty().set("ana");
        assertThat(model.guests()).hasSize(2);
        model.searchProperty().set("ana bkg_b");
        assertThat(model.guests()).extracting(GuestRow::name).containsExactly("Ana Guest bkg_b");
        model.searchProperty().set("zoe");
        assertThat(model.emptyText().getValue()).isEqualTo("Nobody is known here as “zoe”.");
    }

    @Test
    void showsTheStaysOfTheOneChosen() {
        model.show(new GuestId("gst_b"), "Guest bkg_b");
        assertThat(model.chosenName().getValue()).isEqualTo("Ana Guest bkg_b");
        assertThat(model.stays()).extracting(StayRow::status).containsExactly("Departed");
        model.open(model.stays().getFirst());
        assertThat(opened).extracting(Booking::confirmationCode).containsExactly("KR2F4G");
    }

    @Test
    void showsWhatMergingWouldChangeAndChangesNothingWithoutAnAnswer() {
        model.searchProperty().set("ana");
        model.choose(model.guests().getFirst());
        model.beginMerge();
        assertThat(model.mergeText().getValue()).startsWith("Who is the same person as Ana Guest bkg_a?");
        assertThat(model.confirmAllowed().getValue()).isFalse();
        model.choose(model.guests().getLast());
        assertThat(model.mergeText().getValue())
                .startsWith("Ana Guest bkg_a (ana@example.com) stays. Ana Guest bkg_b (ana@example.com) goes:"
                        + " one booking gets the name and details of Ana Guest bkg_a.");
        model.turnMerge();
        assertThat(model.mergeText().getValue()).startsWith("Ana Guest bkg_b (ana@example.com) stays.");
        model.confirmMerge();
        assertThat(model.noticeProperty().get()).startsWith("No answer came");
        assertThat(model.merging().getValue()).isTrue();
        model.endMerge();
        assertThat(model.merging().getValue()).isFalse();
    }
}
