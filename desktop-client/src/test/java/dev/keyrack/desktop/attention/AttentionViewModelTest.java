package dev.keyrack.desktop.attention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.sync.Mutation;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttentionViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<Booking> opened = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime runtime;

    @SuppressWarnings("NullAway.Init")
    private AttentionViewModel model;

    @BeforeEach
    void open() {
        Samples.fill(folder, List.of(Samples.booking("bkg_a", 0, "unt_1", BookingStatus.COMPLETED)));
        Samples.refuse(folder, new Mutation.SetNotes(new BookingId("bkg_a"), null, "Late arrival"));
        runtime = Samples.cutOff(folder);
        model = new AttentionViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH, opened::add);
        model.onShow();
        model.open(Samples.SITE);
    }

    @AfterEach
    void close() {
        model.onHide();
        runtime.stop();
    }

    @Test
    void tellsWhatWasWantedAndWhatIs() {
        AttentionRow row = model.rows().getFirst();
        assertThat(row.guest()).isEqualTo("Ana Guest bkg_a · KR2F4G");
        assertThat(row.wanted()).endsWith("set the note to “Late arrival”");
        assertThat(row.reason()).startsWith("The booking does not allow that now");
        assertThat(row.now()).isEqualTo("Now the note is: empty");
        assertThat(model.emptyText().getValue()).isEmpty();
    }

    @Test
    void opensTheBooking() {
        model.show(model.rows().getFirst());
        assertThat(opened).hasSize(1);
        assertThat(model.rows()).hasSize(1);
    }

    @Test
    void forgetsWhatIsGivenUp() {
        model.drop(model.rows().getFirst());
        assertThat(model.rows()).isEmpty();
        assertThat(model.emptyText().getValue()).startsWith("Nothing needs a decision");
        assertThat(runtime.openSite(Samples.SITE).countPending()).isZero();
    }

    @Test
    void sendsAgain() {
        model.retry(model.rows().getFirst());
        assertThat(model.rows()).isEmpty();
        assertThat(runtime.openSite(Samples.SITE).countPending()).isEqualTo(1);
    }
}
