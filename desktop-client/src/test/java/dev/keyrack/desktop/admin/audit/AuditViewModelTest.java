package dev.keyrack.desktop.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime runtime;

    @SuppressWarnings("NullAway.Init")
    private AuditViewModel model;

    @BeforeEach
    void open() {
        Samples.fill(folder, List.of());
        runtime = Samples.cutOff(folder);
        model = new AuditViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH, Samples.CLOCK);
        model.open(Samples.SITE);
    }

    @AfterEach
    void stop() {
        runtime.stop();
    }

    @Test
    void beginsWithTheLastSevenDays() {
        LocalDate last = model.toProperty().get();
        assertThat(last).isEqualTo(LocalDate.now(Samples.CLOCK.withZone(Samples.SITE.timeZone())));
        assertThat(model.fromProperty().get()).isEqualTo(last.minusDays(6));
    }

    @Test
    void saysThatTheRecordIsOnTheServerOnly() {
        model.onShow();
        assertThat(model.noticeProperty().get()).startsWith("The server does not answer.");
        assertThat(model.rows()).isEmpty();
        assertThat(model.moreProperty().get()).isFalse();
    }

    @Test
    void writesNoFileWithoutTheServer() {
        Path file = folder.resolve("audit.csv");
        model.export(file);
        assertThat(Files.exists(file)).isFalse();
        assertThat(model.noticeProperty().get()).startsWith("The server does not answer.");
    }

    @Test
    void forgetsWhatItWasNarrowedTo() {
        model.kindProperty().set(AuditKind.BOOKING);
        model.subjectProperty().set("bkg_a");
        model.actorProperty().set("usr_a");
        model.showAll();
        assertThat(model.kindProperty().get()).isEqualTo(AuditKind.ALL);
        assertThat(model.subjectProperty().get() + model.actorProperty().get()).isEmpty();
    }
}
