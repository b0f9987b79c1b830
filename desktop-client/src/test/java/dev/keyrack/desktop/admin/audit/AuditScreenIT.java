package dev.keyrack.desktop.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ServerApi;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.desktop.DeskRig;
import dev.keyrack.desktop.DesktopApp;
import dev.keyrack.desktop.admin.AdminRig;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.Theme;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewLoader;
import dev.keyrack.fx.check.CalmRobot;
import dev.keyrack.fx.check.Picture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

class AuditScreenIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final FxRobot robot = new CalmRobot();

    @Test
    void showsWhoDidWhat() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        try (AdminRig rig = new AdminRig(folder)) {
            ClientRuntime runtime = rig.join("admin");
            SiteCopy hotel = AdminRig.open(runtime, "sit_city");
            Resource room = hotel.listResources().getFirst();
            BookingId asked = rig.request(runtime, room.id(), "Sousa", 12);
            AdminRig.answered(runtime.api().stays().approve(asked, "approve-it"));
            AdminRig.answered(runtime.api().bookings().listHistory(asked));
            guessPasswords(runtime);
            for (String language : List.of("en", "de")) {
                Messages messages = Messages.of(DesktopApp.class, Locale.forLanguageTag(language));
                var model = new AuditViewModel(runtime, UiTasks.onScreen(), messages, Clock.systemUTC());
                show(stage, new ViewLoader(messages).load(new AuditController(model)));
                reads(model, hotel, asked, language);
            }
        }
    }

    private void reads(AuditViewModel model, SiteCopy hotel, BookingId asked, String language) throws Exception {
        robot.interact(() -> {
            model.open(hotel.site());
            model.onShow();
        });
        DeskRig.await(() -> !model.rows().isEmpty() && !model.alerts().isEmpty());
        AuditRow changed = model.rows().stream()
                .filter(row -> row.record().action().equals("resource.changed"))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> table().getSelectionModel().select(changed));
        Picture.saveDarkAndLight(robot.window(0).getScene(), "admin-audit-" + language);
        assertThat(changed.before()).contains("\"onRequest\":false");
        assertThat(robot.lookup("#alerts").queryAs(ListView.class).getItems().size())
                .isEqualTo(model.alerts().size());

        assertThat(model.rows()).extracting(AuditRow::detail).doesNotContain("PROVIDER_ADMIN");
        narrows(model, language);

        robot.interact(() -> model.subjectProperty().set(asked.value()));
        robot.clickOn("#filter");
        DeskRig.await(() -> model.rows().stream().allMatch(row -> row.subject().equals(asked.value())));
        assertThat(model.rows())
                .extracting(row -> row.record().action())
                .contains("booking.created", "booking.confirmed", "access.history-read");
        robot.interact(() -> table().getSelectionModel().select(0));
        Picture.saveDarkAndLight(robot.window(0).getScene(), "admin-audit-booking-" + language);

        Path file = folder.resolve("audit-" + language + ".csv");
        robot.interact(() -> model.export(file));
        DeskRig.await(
                () -> model.noticeProperty().get().contains(file.getFileName().toString()));
        assertThat(Files.readAllLines(file)).hasSize(model.rows().size() + 1);
        robot.clickOn("#all");
        DeskRig.await(() ->
                model.rows().stream().anyMatch(row -> row.record().action().equals("access.exported")));
    }

    private void narrows(AuditViewModel model, String language) {
        ComboBox<?> site = robot.lookup("#site").queryAs(ComboBox.class);
        assertThat(site.getItems()).hasSize(model.sites().size()).hasSizeGreaterThan(2);
        robot.interact(() -> model.siteProperty()
                .set(model.sites().stream()
                        .filter(each -> each.code().equals("sit_city"))
                        .findFirst()
                        .orElseThrow()));
        DeskRig.await(() -> !model.rows().isEmpty()
                && model.rows().stream()
                        .allMatch(row ->
                                "sit_city".equals(String.valueOf(row.record().siteId()))));
        Picture.saveDarkAndLight(robot.window(0).getScene(), "admin-audit-site-" + language);
        robot.interact(() -> site.getSelectionModel().selectFirst());
        DeskRig.await(() -> model.rows().stream().anyMatch(row -> row.record().siteId() == null));
    }

    @SuppressWarnings("unchecked") // the screen's own table
    private TableView<AuditRow> table() {
        return robot.lookup("#table").queryAs(TableView.class);
    }

    private static void guessPasswords(ClientRuntime runtime) {
        try (ServerApi stranger = new ServerApi(runtime.server())) {
            for (int i = 0; i < 12; i++) {
                stranger.signIn(new SignIn("admin@localhost", "guess " + i));
            }
        }
    }

    private void show(Stage stage, Parent screen) {
        robot.interact(() -> {
            Scene scene = new Scene(screen, 1280, 640);
            screen.setStyle("-fx-font-size: 13px");
            Theme.LIGHT.wear(scene);
            stage.setScene(scene);
            stage.show();
        });
    }
}
