package dev.keyrack.desktop.shell;

import dev.keyrack.fx.Theme;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.Notifications;
import org.kordamp.ikonli.javafx.FontIcon;

/// Binds the frame of the program to its view model.
public final class ShellController {

    private static final PseudoClass OFFLINE = PseudoClass.getPseudoClass("offline");

    private final ShellViewModel model;
    private final Runnable quit;

    @FXML
    private StackPane root;

    @FXML
    private BorderPane frame;

    @FXML
    private BorderPane work;

    @FXML
    private VBox rail;

    @FXML
    private Menu actions;

    @FXML
    private Menu places;

    @FXML
    private Menu sites;

    @FXML
    private MenuItem account;

    @FXML
    private Button person;

    @FXML
    private MenuItem signOut;

    @FXML
    private CheckMenuItem dark;

    @FXML
    private RadioMenuItem english;

    @FXML
    private RadioMenuItem german;

    @FXML
    private Label banner;

    @FXML
    private Label site;

    @FXML
    private Label server;

    @FXML
    private Label connection;

    @FXML
    private Button attention;

    @SuppressWarnings("NullAway.Init")
    public ShellController(ShellViewModel model, Runnable quit) {
        this.model = model;
        this.quit = quit;
    }

    @FXML
    private void initialize() {
        server.setText(model.server());
        site.textProperty().bind(model.siteName());
        connection.textProperty().bind(model.connectionText());
        model.offline().subscribe(offline -> connection.pseudoClassStateChanged(OFFLINE, offline));
        banner.textProperty().bind(model.banner());
        present(banner, banner.textProperty().isNotEmpty());
        attention.textProperty().bind(model.refusedText());
        present(attention, attention.textProperty().isNotEmpty());
        person.textProperty().bind(model.personProperty());
        present(person, model.personProperty().isNotEmpty());
        model.refused().subscribe(this::tellOfRefusal);
        model.siteNames().subscribe(this::listSites);
        model.choices().subscribe(this::listChoices);
        listChoices();
        boolean isGerman = model.language().getLanguage().equals(Locale.GERMAN.getLanguage());
        german.setSelected(isGerman);
        english.setSelected(!isGerman);
        model.themeProperty().subscribe(this::wear);
        root.sceneProperty().subscribe(scene -> wear(model.themeProperty().get()));
    }

    private static void present(Node node, ObservableValue<Boolean> wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(wanted);
    }

    private void tellOfRefusal(int before, int refused) {
        if (refused > before && root.getScene() != null) {
            Notifications.create()
                    .owner(root)
                    .graphic(new FontIcon("fth-alert-triangle"))
                    .title(model.refusedText().getValue())
                    .text(model.refusalText())
                    .onAction(_ -> model.decide())
                    .show();
        }
    }

    private void wear(Theme theme) {
        dark.setSelected(theme == Theme.DARK);
        if (root.getScene() != null) {
            theme.wear(root.getScene());
        }
    }

    private void listSites() {
        var one = new ToggleGroup();
        sites.getItems()
                .setAll(model.siteNames().stream()
                        .map(name -> {
                            var item = new RadioMenuItem(name);
                            item.setToggleGroup(one);
                            item.setSelected(name.equals(model.siteName().getValue()));
                            item.setOnAction(_ -> model.choose(name));
                            return item;
                        })
                        .toList());
        sites.setDisable(model.siteNames().isEmpty());
    }

    private void listChoices() {
        boolean isOut = model.choices().isEmpty();
        rail.setVisible(!isOut);
        rail.setManaged(!isOut);
        signOut.setDisable(isOut);
        account.setDisable(isOut);
        rail.getChildren().clear();
        places.getItems().clear();
        actions.getItems().clear();
        for (Choice choice : model.choices()) {
            switch (choice.section()) {
                case DESK -> listPlace(choice);
                case ADMIN -> {
                    separate();
                    listPlace(choice);
                }
                case ACTION -> actions.getItems().add(item(choice));
            }
        }
        places.setDisable(isOut);
        actions.setDisable(isOut);
    }

    private void separate() {
        if (places.getItems().stream().noneMatch(SeparatorMenuItem.class::isInstance)) {
            places.getItems().add(new SeparatorMenuItem());
            var line = new VBox();
            line.getStyleClass().add("rail-separator");
            rail.getChildren().add(line);
        }
    }

    private void listPlace(Choice choice) {
        places.getItems().add(item(choice));
        rail.getChildren().add(new RailButton(choice, model.placeProperty()));
    }

    private static MenuItem item(Choice choice) {
        var item = new MenuItem(choice.title(), new FontIcon(choice.icon()));
        if (choice.shortcut() != null) {
            item.setAccelerator(KeyCombination.valueOf(Objects.requireNonNull(choice.shortcut())));
        }
        item.setOnAction(_ -> choice.open().run());
        return item;
    }

    /// Puts a screen into the frame.
    public void show(Node screen, Node beside) {
        work.setCenter(screen);
        work.setRight(beside);
    }

    /// Puts a screen into the whole frame.
    public void show(Node screen) {
        work.setCenter(screen);
        work.setRight(null);
    }

    /// Lays something over everything, the last on top.
    public void showOver(Node... layers) {
        root.getChildren().setAll(frame);
        root.getChildren().addAll(layers);
    }

    @FXML
    private void onDark() {
        model.wear(dark.isSelected() ? Theme.DARK : Theme.LIGHT);
    }

    @FXML
    private void onEnglish() {
        model.speak(Locale.ENGLISH);
    }

    @FXML
    private void onGerman() {
        model.speak(Locale.GERMAN);
    }

    @FXML
    private void onAttention() {
        model.decide();
    }

    @FXML
    private void onAccount() {
        model.openAccount();
    }

    @FXML
    private void onSignOut() {
        model.signOut();
    }

    @FXML
    private void onQuit() {
        quit.run();
    }
}
