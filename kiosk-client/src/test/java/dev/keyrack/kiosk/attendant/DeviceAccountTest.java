package dev.keyrack.kiosk.attendant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.contract.device.Device;
import dev.keyrack.contract.device.DeviceChallenge;
import dev.keyrack.contract.device.DeviceStatus;
import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.kiosk.FakeServer;
import dev.keyrack.kiosk.Samples;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceAccountTest {

    private static final UserId LOBBY = new UserId("usr_1");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final FakeServer server = new FakeServer();

    @BeforeEach
    void answerWell() {
        server.answer(
                "/enrolments",
                new Device(LOBBY, "Lobby", Samples.SITE.id(), DeviceStatus.IN_SERVICE, Samples.NOON.instant(), null));
        server.answer("/device-challenges", new DeviceChallenge("c"));
        server.answer(
                "/device-sessions", new AccessToken("t", "Bearer", 900, null, LOBBY, Role.KIOSK, Samples.SITE.id()));
        server.answer("/sites", List.of(Samples.SITE));
    }

    @AfterEach
    void end() {
        server.close();
    }

    private DeviceAccount.Entry after(Duration time, Function<DeviceAccount, DeviceAccount.Entry> deed) {
        ClientRuntime runtime = server.runtime(folder, Clock.offset(Samples.NOON, time));
        try {
            return deed.apply(new DeviceAccount(runtime));
        } finally {
            runtime.stop();
        }
    }

    @Test
    void isLetInForThreeDaysByWhatItRemembers() {
        assertThat(after(Duration.ZERO, account -> account.enrol("abcde-23456")))
                .isEqualTo(new DeviceAccount.Entry.Entered(Samples.SITE));
        server.close();
        assertThat(after(Duration.ofDays(2), DeviceAccount::signIn))
                .isEqualTo(new DeviceAccount.Entry.Entered(Samples.SITE));
        assertThat(after(Duration.ofDays(3), DeviceAccount::signIn)).isEqualTo(new DeviceAccount.Entry.Silent());
    }

    @Test
    void showsTheSameKeyAgainWhenNoAnswerCame() {
        server.answer("/enrolments", new byte[0]);
        assertThat(after(Duration.ZERO, account -> account.enrol("abcde-23456")))
                .isEqualTo(new DeviceAccount.Entry.Silent());
        assertThat(after(Duration.ZERO, account -> account.enrol("abcde-23456")))
                .isEqualTo(new DeviceAccount.Entry.Silent());
        List<String> sent = server.bodies("/enrolments");
        assertThat(sent).hasSize(2);
        assertThat(sent.getLast()).isEqualTo(sent.getFirst());
    }

    @Test
    void waitsWhereItWasRetiredAndNotWhereItsKeyIsUnknown() {
        after(Duration.ZERO, account -> account.enrol("abcde-23456"));
        server.answer("/device-challenges", Problem.of(ProblemType.DEVICE_RETIRED, "gone"));
        assertThat(after(Duration.ZERO, DeviceAccount::signIn)).isEqualTo(new DeviceAccount.Entry.Retired());
        server.answer("/device-challenges", Problem.of(ProblemType.UNAUTHENTICATED, "unknown"));
        assertThat(after(Duration.ZERO, DeviceAccount::signIn)).isEqualTo(new DeviceAccount.Entry.Refused());
        server.answer("/device-challenges", Problem.of(ProblemType.TOO_MANY_REQUESTS, "later"));
        assertThat(after(Duration.ZERO, DeviceAccount::signIn)).isEqualTo(new DeviceAccount.Entry.Silent());
    }
}
