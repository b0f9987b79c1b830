package dev.keyrack.kiosk.attendant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.device.Device;
import dev.keyrack.contract.device.DeviceChallenge;
import dev.keyrack.contract.device.DeviceStatus;
import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.kiosk.FakeServer;
import dev.keyrack.kiosk.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetUpViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final FakeServer server = new FakeServer();

    @AfterEach
    void end() {
        server.close();
    }

    private final List<Site> entered = new ArrayList<>();

    private SetUpViewModel model(ClientRuntime runtime) {
        return new SetUpViewModel(
                runtime, new DeviceAccount(runtime), UiTasks.onCaller(), Samples.ENGLISH, Samples.NOON, entered::add);
    }

    private static void fill(SetUpViewModel model) {
        for (String text : List.of("abcde-23456", "4711")) {
            model.form().type(text);
            model.form().advance();
        }
    }

    @Test
    void remembersTheDeviceAndItsHouse() {
        UserId lobby = new UserId("usr_1");
        server.answer(
                "/enrolments",
                new Device(lobby, "Lobby", Samples.SITE.id(), DeviceStatus.IN_SERVICE, Samples.NOON.instant(), null));
        server.answer("/device-challenges", new DeviceChallenge("c"));
        server.answer(
                "/device-sessions", new AccessToken("t", "Bearer", 900, null, lobby, Role.KIOSK, Samples.SITE.id()));
        server.answer("/sites", List.of(Samples.SITE));
        ClientRuntime runtime = server.runtime(folder, Samples.NOON);
        SetUpViewModel model = model(runtime);
        fill(model);
        model.confirm();
        assertThat(entered).containsExactly(Samples.SITE);
        assertThat(new DeviceAccount(runtime).isKnown()).isTrue();
        assertThat(new ExitCode(runtime.settings(), Samples.NOON).check("4711")).isEqualTo(ExitCode.Answer.RIGHT);
        runtime.stop();
    }

    @Test
    void saysThatACodeIsNotGood() {
        server.answer("/enrolments", Problem.of(ProblemType.INVALID_CODE, "used"));
        ClientRuntime runtime = server.runtime(folder, Samples.NOON);
        SetUpViewModel model = model(runtime);
        fill(model);
        model.confirm();
        assertThat(entered).isEmpty();
        assertThat(model.noticeProperty().get()).contains("This code is not good");
        runtime.stop();
    }

    @Test
    void saysWhatIsMissingBesideTheField() {
        ClientRuntime runtime = server.runtime(folder, Samples.NOON);
        SetUpViewModel model = model(runtime);
        model.confirm();
        assertThat(model.form().fields())
                .extracting(field -> field.errorProperty().get())
                .containsExactly("Ten letters and digits, as the desk shows them.", "At least 4 digits.", "");
        assertThat(server.asked()).isEmpty();
    }
}
