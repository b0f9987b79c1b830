package dev.keyrack.desktop.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.LaunchOptions;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.desktop.DeskRig;
import dev.keyrack.desktop.DesktopApp;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.Theme;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewLoader;
import dev.keyrack.fx.check.Picture;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

class AgendaIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<Booking> chosen = new ArrayList<>();
    private final List<FreeTime> wanted = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void showsTheClinicAndTheTheatre(String language) throws Exception {
        try (DeskRig desk = new DeskRig(folder, language)) {
            Messages messages = Messages.of(DesktopApp.class, Locale.forLanguageTag(language));
            var runtime = new ClientRuntime(
                    LaunchOptions.of(
                            List.of("--server=" + desk.server().uri(), "--folder=" + folder.resolve("second"))),
                    Clock.systemUTC());
            assertThat(runtime.api().signIn(desk.administrator())).isInstanceOf(ApiOutcome.Answered.class);
            clinic(desk, runtime, messages);
            theatre(desk, runtime, messages);
            runtime.stop();
        }
    }

    private static SiteCopy open(ClientRuntime runtime, String name) {
        List<Site> sites =
                ((ApiOutcome.Answered<List<Site>>) runtime.api().catalog().listSites()).value();
        return runtime.openSite(sites.stream()
                .filter(site -> site.id().value().equals(name))
                .findFirst()
                .orElseThrow());
    }

    private void clinic(DeskRig desk, ClientRuntime runtime, Messages messages) {
        var model =
                new AgendaViewModel(runtime, UiTasks.onScreen(), messages, Clock.systemUTC(), chosen::add, wanted::add);
        SiteCopy copy = open(runtime, "sit_clinic");
        show(desk, () -> {
            Parent view = new ViewLoader(messages).load(new AgendaController(model, messages));
            model.onShow();
            model.open(copy);
            return view;
        });
        DeskRig.await(() -> desk.robot().lookup(".agenda-entry").tryQuery().isPresent());
        picture(desk, "agenda-day-" + messages.locale());
        desk.robot()
                .interact(() ->
                        model.practitionerProperty().set(model.practitioners().getFirst()));
        DeskRig.await(() -> model.columnsProperty().get().size() == 7);
        WaitForAsyncUtils.waitForFxEvents();
        picture(desk, "agenda-week-" + messages.locale());
        desk.robot().clickOn(".agenda-entry");
        DeskRig.await(() -> !chosen.isEmpty());
        desk.robot().interact(model::onHide);
    }

    private void theatre(DeskRig desk, ClientRuntime runtime, Messages messages) {
        chosen.clear();
        var model = new PerformancesViewModel(
                runtime, UiTasks.onScreen(), messages, Clock.systemUTC(), chosen::add, wanted::add);
        SiteCopy copy = open(runtime, "sit_theatre");
        show(desk, () -> {
            Parent view = new ViewLoader(messages).load(new PerformancesController(model, messages));
            model.onShow();
            model.open(copy);
            return view;
        });
        DeskRig.await(() ->
                model.performances().stream().anyMatch(each -> !each.guests().isEmpty()));
        desk.robot()
                .interact(() -> desk.find("performances", ListView.class)
                        .getSelectionModel()
                        .selectFirst());
        WaitForAsyncUtils.waitForFxEvents();
        picture(desk, "performances-" + messages.locale());
        desk.robot().clickOn("#guests").type(KeyCode.HOME, KeyCode.ENTER);
        DeskRig.await(() -> !chosen.isEmpty());
        desk.robot().interact(model::onHide);
    }

    private static void show(DeskRig desk, java.util.function.Supplier<Parent> view) {
        desk.robot().interact(() -> {
            var scene = new Scene(view.get(), 1280, 720);
            Theme.LIGHT.wear(scene);
            scene.getRoot().getStyleClass().add("shell");
            desk.stage().setScene(scene);
        });
    }

    private static void picture(DeskRig desk, String name) {
        Picture.saveDarkAndLight(desk.stage().getScene(), name);
    }
}
