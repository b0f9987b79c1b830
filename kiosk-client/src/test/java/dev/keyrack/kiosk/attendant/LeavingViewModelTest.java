package dev.keyrack.kiosk.attendant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.kiosk.Samples;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeavingViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final AtomicInteger ends = new AtomicInteger();

    private void tryCode(LeavingViewModel model, String code) {
        model.form().type(code);
        model.confirm();
    }

    @Test
    void endsTheProgramOnlyForTheRightCode() {
        ClientRuntime runtime = Samples.cutOff(folder);
        ExitCode exit = new ExitCode(runtime.settings(), Samples.NOON);
        exit.set("4711");
        Journey journey = Samples.journey(new KioskEvent.AttendantCame());
        LeavingViewModel model =
                new LeavingViewModel(journey, () -> exit, UiTasks.onCaller(), Samples.ENGLISH, ends::incrementAndGet);
        tryCode(model, "0000");
        model.end();
        assertThat(ends).hasValue(0);
        tryCode(model, "4711");
        model.end();
        assertThat(ends).hasValue(1);
        runtime.stop();
    }

    @Test
    void locksForAMinuteAfterFiveWrongTries() {
        ClientRuntime runtime = Samples.cutOff(folder);
        ExitCode exit = new ExitCode(runtime.settings(), Samples.NOON);
        exit.set("4711");
        for (int i = 1; i < ExitCode.MOST_WRONG; i++) {
            assertThat(exit.check("0000")).isEqualTo(ExitCode.Answer.WRONG);
        }
        assertThat(exit.check("0000")).isEqualTo(ExitCode.Answer.LOCKED);
        assertThat(exit.check("4711")).isEqualTo(ExitCode.Answer.LOCKED);
        Clock later = Clock.offset(Samples.NOON, ExitCode.LOCK.plus(Duration.ofSeconds(1)));
        assertThat(new ExitCode(runtime.settings(), later).check("4711")).isEqualTo(ExitCode.Answer.RIGHT);
        runtime.stop();
    }
}
