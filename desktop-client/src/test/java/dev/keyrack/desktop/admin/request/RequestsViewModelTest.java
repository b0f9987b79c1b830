package dev.keyrack.desktop.admin.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestsViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime runtime;

    @SuppressWarnings("NullAway.Init")
    private RequestsViewModel model;

    @BeforeEach
    void open() {
        Samples.fill(
                folder,
                List.of(
                        Samples.booking("bkg_a", 0, null, BookingStatus.REQUESTED),
                        Samples.booking("bkg_b", 1, "unt_1", BookingStatus.CONFIRMED)));
        runtime = Samples.cutOff(folder);
        model = new RequestsViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH);
        model.open(runtime.openSite(Samples.SITE));
    }

    @AfterEach
    void stop() {
        runtime.stop();
    }

    @Test
    void tellsWhatToKnowBeforeDeciding() {
        RequestRow row = model.rows().getFirst();
        assertThat(row.guest()).isEqualTo("Ana Guest bkg_a");
        assertThat(row.wish()).isEqualTo("Double, 2 guests");
        assertThat(row.stay()).isEqualTo("Mon, Jun 14 – Thu, Jun 17, 3 nights");
        assertThat(row.load()).isEqualTo("Without this request 1 of 2 taken at the tightest moment");
        assertThat(row.others()).hasSize(1);
        assertThat(model.selectedProperty().get()).isEqualTo(row);
    }

    @Test
    void keepsTheRequestWhenTheServerIsSilent() {
        model.approve();
        assertThat(model.noticeProperty().get()).startsWith("No answer came");
        assertThat(model.rows()).hasSize(1);
        assertThat(model.decisionAllowed().getValue()).isTrue();
    }
}
