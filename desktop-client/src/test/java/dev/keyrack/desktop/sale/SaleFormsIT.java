package dev.keyrack.desktop.sale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.LaunchOptions;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.desktop.DeskRig;
import dev.keyrack.desktop.DesktopApp;
import dev.keyrack.desktop.admin.AdminRig;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.Theme;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewLoader;
import dev.keyrack.fx.check.Picture;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The form of a sale, which looks different for appointments and tickets.
class SaleFormsIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void asksForWhatIsSold(String language) throws Exception {
        try (DeskRig desk = new DeskRig(folder, language)) {
            var runtime = new ClientRuntime(
                    LaunchOptions.of(
                            List.of("--server=" + desk.server().uri(), "--folder=" + folder.resolve("second"))),
                    Clock.systemUTC());
            assertThat(runtime.api().signIn(desk.administrator())).isInstanceOf(ApiOutcome.Answered.class);
            Messages messages = Messages.of(DesktopApp.class, Locale.forLanguageTag(language));
            assertThat(sell(desk, runtime, messages, "sit_clinic")).doesNotContain("guests", "to", "rooms");
            assertThat(sell(desk, runtime, messages, "sit_theatre"))
                    .doesNotContain("guests", "to")
                    .contains("rooms");
            runtime.stop();
        }
    }

    /// What is asked for.
    private List<String> sell(DeskRig desk, ClientRuntime runtime, Messages messages, String site) {
        SiteCopy copy = AdminRig.open(runtime, site);
        var model = new SaleViewModel(
                runtime,
                UiTasks.onScreen(),
                messages,
                Clock.systemUTC(),
                new SaleViewModel.Ways(() -> {}, _ -> {}, new Receipts(runtime, folder, _ -> {})));
        LocalDate tuesday =
                LocalDate.now(Clock.systemUTC()).plusDays(7).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        desk.robot().interact(() -> {
            Parent view = new ViewLoader(messages).load(new SaleController(model));
            var scene = new Scene(view, 1280, 720);
            Theme.LIGHT.wear(scene);
            scene.getRoot().getStyleClass().add("shell");
            desk.stage().setScene(scene);
            model.onShow();
            model.open(copy.site());
            model.begin(new Start(null, null, tuesday, null));
        });
        DeskRig.await(() -> model.stay().holdProperty().get() != null);
        Scene scene = desk.stage().getScene();
        picture(desk, site.substring("sit_".length()) + "-" + messages.locale());
        List<String> asked = List.of("from", "to", "guests", "rooms", "unit").stream()
                .filter(id -> scene.lookup("#" + id).getParent().isVisible())
                .toList();
        takesTheReceipt(desk, model);
        picture(desk, "receipt-" + site.substring("sit_".length()) + "-" + messages.locale());
        desk.robot().interact(model::onHide);
        return asked;
    }

    private static void takesTheReceipt(DeskRig desk, SaleViewModel model) {
        desk.robot().interact(() -> {
            model.guest().lastNameProperty().set("Freifrau von Müller-Lüdenscheidt-Hohenstein");
            model.guest().firstNameProperty().set("Maximiliane-Friederike");
            model.payInCash();
        });
        DeskRig.await(() -> model.resultProperty().get() != null);
        desk.robot().type(KeyCode.F4);
        DeskRig.await(() -> model.receiptNoticeProperty().get().endsWith(".pdf"));
    }

    private static void picture(DeskRig desk, String name) {
        Picture.saveDarkAndLight(desk.stage().getScene(), "sale-" + name);
    }
}
