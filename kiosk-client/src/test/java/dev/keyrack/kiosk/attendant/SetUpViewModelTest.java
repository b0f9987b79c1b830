package dev.keyrack.kiosk.attendant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.identity.SignIn;
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
        for (String text : List.of("kiosk-1", "s3cret", "4711")) {
            model.form().type(text);
            model.form().advance();
        }
    }

    @Test
    void remembersTheDeviceAndItsHouse() {
        server.answer(
                "/sessions",
                new AccessToken("t", "Bearer", 900, null, new UserId("usr_1"), Role.KIOSK, Samples.SITE.id()));
        server.answer("/sites", List.of(Samples.SITE));
        ClientRuntime runtime = server.runtime(folder, Samples.NOON);
        SetUpViewModel model = model(runtime);
        fill(model);
        model.confirm();
        assertThat(entered).containsExactly(Samples.SITE);
        assertThat(new DeviceAccount(runtime).find()).contains(new SignIn("kiosk-1", "s3cret"));
        assertThat(new ExitCode(runtime.settings(), Samples.NOON).check("4711")).isEqualTo(ExitCode.Answer.RIGHT);
        runtime.stop();
    }

    @Test
    void refusesAnAccountThatIsNoKiosk() {
        server.answer(
                "/sessions", new AccessToken("t", "Bearer", 900, null, new UserId("usr_1"), Role.PROVIDER_ADMIN, null));
        server.answer("/sites", List.of(Samples.SITE));
        ClientRuntime runtime = server.runtime(folder, Samples.NOON);
        SetUpViewModel model = model(runtime);
        fill(model);
        model.confirm();
        assertThat(entered).isEmpty();
        assertThat(model.noticeProperty().get()).contains("not a kiosk account");
        runtime.stop();
    }

    @Test
    void saysWhatIsMissingBesideTheField() {
        ClientRuntime runtime = server.runtime(folder, Samples.NOON);
        SetUpViewModel model = model(runtime);
        model.confirm();
        assertThat(model.form().fields())
                .extracting(field -> field.errorProperty().get())
                .containsExactly(
                        "Please type the device's name.", "Please type the device's secret.", "At least 4 digits.", "");
        assertThat(server.asked()).isEmpty();
    }
}
