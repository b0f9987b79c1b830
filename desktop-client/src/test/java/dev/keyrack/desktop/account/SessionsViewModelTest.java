package dev.keyrack.desktop.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.contract.identity.ActiveSession;
import dev.keyrack.contract.identity.SessionId;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime runtime;

    @SuppressWarnings("NullAway.Init")
    private SessionsViewModel model;

    @BeforeEach
    void open() {
        runtime = Samples.cutOff(folder);
        model = new SessionsViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH, Samples.CLOCK);
    }

    @AfterEach
    void stop() {
        runtime.stop();
    }

    private static SessionRow row(boolean current) {
        var session =
                new ActiveSession(new SessionId("ses_a"), "Keyrack (Linux)", Instant.EPOCH, Instant.EPOCH, current);
        return new SessionRow(session, "Keyrack (Linux)", "", "", "");
    }

    @Test
    void saysThatTheListIsOnTheServerOnly() {
        model.onShow();
        assertThat(model.noticeProperty().get()).startsWith("The server does not answer.");
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void endsEveryOtherButNotTheOneAtHand() {
        assertThat(model.endAllowed().getValue()).isFalse();
        model.selectedProperty().set(row(true));
        assertThat(model.endAllowed().getValue()).isFalse();
        model.selectedProperty().set(row(false));
        assertThat(model.endAllowed().getValue()).isTrue();
    }
}
