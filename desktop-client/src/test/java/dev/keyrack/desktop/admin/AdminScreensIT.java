package dev.keyrack.desktop.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.desktop.DeskRig;
import dev.keyrack.desktop.DesktopApp;
import dev.keyrack.desktop.admin.catalog.CatalogController;
import dev.keyrack.desktop.admin.catalog.CatalogViewModel;
import dev.keyrack.desktop.admin.rates.RatesController;
import dev.keyrack.desktop.admin.rates.RatesViewModel;
import dev.keyrack.desktop.admin.report.ReportController;
import dev.keyrack.desktop.admin.report.ReportViewModel;
import dev.keyrack.desktop.admin.request.RequestsController;
import dev.keyrack.desktop.admin.request.RequestsViewModel;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.Theme;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewLoader;
import dev.keyrack.fx.check.CalmRobot;
import dev.keyrack.fx.check.Picture;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

class AdminScreensIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final FxRobot robot = new CalmRobot();

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void showsWhatAProviderDecides(String language) throws Exception {
        Messages messages = Messages.of(DesktopApp.class, Locale.forLanguageTag(language));
        UiTasks tasks = UiTasks.onScreen();
        ViewLoader loader = new ViewLoader(messages);
        Stage stage = FxToolkit.registerPrimaryStage();
        try (AdminRig rig = new AdminRig(folder)) {
            ClientRuntime runtime = rig.join("admin");
            SiteCopy hotel = AdminRig.open(runtime, "sit_city");
            ResourceId room = hotel.listResources().getFirst().id();
            rig.request(runtime, room, "von Hohenstein-Wallenberg", 12);
            rig.request(runtime, room, "Sousa", 20);

            var catalog = new CatalogViewModel(runtime, tasks, messages, Clock.systemUTC());
            show(stage, loader.load(new CatalogController(catalog, loader)));
            robot.interact(() -> {
                catalog.onShow();
                catalog.open(hotel);
            });
            changesARoom(language);
            robot.interact(catalog::onHide);

            var rates = new RatesViewModel(runtime, tasks, messages, Clock.systemUTC());
            show(stage, loader.load(new RatesController(rates, loader, messages.locale())));
            robot.interact(() -> {
                rates.onShow();
                rates.open(hotel);
            });
            changesRates(language);
            robot.interact(rates::onHide);

            var requests = new RequestsViewModel(runtime, tasks, messages);
            show(stage, loader.load(new RequestsController(requests)));
            robot.interact(() -> {
                requests.onShow();
                requests.open(hotel);
            });
            decidesRequests(language);
            robot.interact(requests::onHide);

            var report = new ReportViewModel(runtime, tasks, messages, Clock.systemUTC());
            show(stage, loader.load(new ReportController(report)));
            readsTheReport(report, hotel, language);

            SiteCopy theatre = AdminRig.open(runtime, "sit_theatre");
            show(stage, loader.load(new RatesController(rates, loader, messages.locale())));
            robot.interact(() -> {
                rates.onShow();
                rates.open(theatre);
            });
            plansPerformances(language);
            robot.interact(rates::onHide);
        }
    }

    private void changesARoom(String language) {
        DeskRig.await(() -> !find("resourceList", TableView.class).getItems().isEmpty());
        picture("admin-catalog-empty", language);
        robot.interact(
                () -> find("resourceList", TableView.class).getSelectionModel().select(0));
        picture("admin-catalog", language);

        type("price", "12x");
        type("resourceName", "");
        robot.clickOn("#save");
        picture("admin-catalog-faults", language);
        type("price", "95.50");
        type("resourceName", "A very long name of a room with a view of the river");
        robot.clickOn("#save");
        DeskRig.await(() -> find("title", Label.class).getText().startsWith("A very long name"));

        robot.interact(() -> find("parts", TabPane.class).getSelectionModel().select(1));
        picture("admin-units", language);
        robot.interact(() -> find("parts", TabPane.class).getSelectionModel().select(2));
        picture("admin-pictures", language);
    }

    private void changesRates(String language) {
        DeskRig.await(() -> robot.lookup(".rates-day").queryAll().size() > 50);
        picture("admin-rates", language);
        robot.clickOn(robot.lookup(".rates-day").nth(40).<Node>query());
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT, 3).release(KeyCode.SHIFT);
        type("price", "199");
        type("minimum", "2");
        robot.clickOn("#preview");
        DeskRig.await(() -> find("effects", ListView.class).getItems().size() == 4);
        picture("admin-rates-effect", language);
        robot.clickOn("#save");
        DeskRig.await(() -> find("effects", ListView.class).getItems().isEmpty());
        robot.interact(() -> find("parts", TabPane.class).getSelectionModel().select(1));
        picture("admin-rules", language);
    }

    private void decidesRequests(String language) {
        DeskRig.await(() -> find("requests", ListView.class).getItems().size() == 2);
        picture("admin-requests", language);
        robot.clickOn("#approve");
        DeskRig.await(() -> find("requests", ListView.class).getItems().size() == 1);
        assertThat(find("notice", Label.class).getText()).contains("Hohenstein");
        robot.clickOn("#decline");
        DeskRig.await(() -> find("requests", ListView.class).getItems().isEmpty());
        picture("admin-requests-none", language);
    }

    private void plansPerformances(String language) {
        DeskRig.await(() -> find("parts", TabPane.class).getTabs().size() == 3);
        robot.interact(() -> find("parts", TabPane.class).getSelectionModel().select(2));
        DeskRig.await(() -> find("occurrences", ListView.class).getItems().size() > 2);
        robot.interact(
                () -> find("occurrences", ListView.class).getSelectionModel().select(1));
        type("capacity", "200");
        picture("admin-performances", language);
        robot.clickOn("#plan");
        DeskRig.await(() -> robot.lookup(".occurrences-notice")
                        .queryAs(Label.class)
                        .getText()
                        .length()
                > 3);
    }

    private void readsTheReport(ReportViewModel report, SiteCopy hotel, String language) {
        robot.interact(() -> {
            report.onShow();
            report.open(hotel);
        });
        DeskRig.await(() -> find("table", TableView.class).getItems().size() > 27);
        DatePicker first = find("from", DatePicker.class);
        assertThat(first.getEditor().getText())
                .isEqualTo(new Dates(Locale.forLanguageTag(language)).date(first.getValue()));
        picture("admin-report", language);
        robot.interact(report::onHide);
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

    private void type(String field, String text) {
        TextInputControl input = robot.lookup("#" + field + " .text-input").queryAs(TextInputControl.class);
        robot.interact(() -> {
            input.requestFocus();
            input.setText(text);
        });
    }

    private <T extends Node> T find(String id, Class<T> type) {
        return robot.lookup("#" + id).queryAs(type);
    }

    private void picture(String name, String language) {
        Picture.saveDarkAndLight(robot.window(0).getScene(), name + "-" + language);
    }
}
