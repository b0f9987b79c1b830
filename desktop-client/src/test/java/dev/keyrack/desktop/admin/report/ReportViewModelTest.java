package dev.keyrack.desktop.admin.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.UiTasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime runtime;

    @SuppressWarnings("NullAway.Init")
    private ReportViewModel model;

    @BeforeEach
    void open() {
        Samples.fill(
                folder,
                List.of(
                        ReportRuleTest.priced(Samples.booking("bkg_a", 0, "unt_1", BookingStatus.CONFIRMED), "100.00"),
                        ReportRuleTest.priced(
                                Samples.booking("bkg_b", -31, "unt_1", BookingStatus.COMPLETED), "80.00")));
        runtime = Samples.cutOff(folder);
        model = new ReportViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH, Samples.CLOCK);
        model.open(runtime.openSite(Samples.SITE));
    }

    @AfterEach
    void stop() {
        runtime.stop();
    }

    @Test
    void comparesThisMonthWithTheDaysBefore() {
        assertThat(model.rows()).hasSize(30);
        assertThat(model.occupancyTileProperty().get())
                .isEqualTo(new ReportTile("5.0 %", "0.0 points against the period before"));
        assertThat(model.revenueTileProperty().get())
                .isEqualTo(new ReportTile("€300.00", "+25.0 % against the period before"));
        assertThat(model.rateTileProperty().get().figure()).isEqualTo("€100.00");
        assertThat(model.rateProperty().get().now()).hasSize(3);
    }

    @Test
    void refusesAPeriodThatEndsBeforeItBegins() {
        model.toProperty().set(Samples.DAY.minusYears(1));
        assertThat(model.noticeProperty().get()).startsWith("Choose a last day");
        assertThat(model.rows()).as("what was shown stays").hasSize(30);
    }

    @Test
    void exportsTheDays() throws IOException {
        Path file = folder.resolve("report.csv");
        model.export(file);
        assertThat(Files.readString(file))
                .startsWith("Day,Sold,Capacity,Occupancy,Revenue EUR,Average daily rate EUR\r\n")
                .contains("2027-06-14,1,2,50.0,100.00,100.00\r\n");
        assertThat(model.noticeProperty().get()).isEqualTo("Written to report.csv.");
    }
}
