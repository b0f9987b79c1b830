package dev.keyrack.desktop.shell;

import dev.keyrack.fx.Theme;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;

/// Binds the frame of the program to its view model.
public final class ShellController {

    private static final PseudoClass OFFLINE = PseudoClass.getPseudoClass("offline");

    private final ShellViewModel model;
    private final Runnable quit;

    @FXML
    private BorderPane frame;

    @FXML
    private Menu sites;

    @FXML
    private CheckMenuItem dark;

    @FXML
    private Label site;

    @FXML
    private Label server;

    @FXML
    private Label connection;

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
        model.siteNames().subscribe(this::listSites);
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

    /// Puts a screen into the frame.
    public void show(Node screen, Node beside) {
        frame.setCenter(screen);
        frame.setRight(beside);
    }

    /// Puts a screen into the whole frame.
    public void show(Node screen) {
        frame.setCenter(screen);
        frame.setRight(null);
    }

    @FXML
    private void onDark() {
        (dark.isSelected() ? Theme.DARK : Theme.LIGHT).wear(frame.getScene());
    }

    @FXML
    private void onQuit() {
        quit.run();
    }
}
