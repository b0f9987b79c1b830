package dev.keyrack.desktop.admin.catalog;

import java.io.File;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// Binds the pictures of a resource.
public final class PicturesController {

    private static final int WIDTH = 240;
    private static final int HEIGHT = 160;

    private final PicturesViewModel model;

    @FXML
    private FlowPane pictures;

    @FXML
    private Label nothing;

    @FXML
    private Label notice;

    @FXML
    private Button add;

    @FXML
    private Button first;

    @FXML
    private Button remove;

    @SuppressWarnings("NullAway.Init")
    public PicturesController(PicturesViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        notice.textProperty().bind(model.noticeProperty());
        add.disableProperty().bind(model.changeAllowed().map(allowed -> !allowed));
        model.rows().subscribe(this::list);
        list();
    }

    @FXML
    private void onAdd() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PNG, JPEG", "*.png", "*.jpg", "*.jpeg"));
        File file = chooser.showOpenDialog(pictures.getScene().getWindow());
        if (file != null) {
            model.add(file.toPath());
        }
    }

    private void list() {
        pictures.getChildren().setAll(model.rows().stream().map(this::card).toList());
        nothing.setVisible(model.rows().isEmpty());
        nothing.setManaged(model.rows().isEmpty());
    }

    private Node card(PictureRow row) {
        StackPane frame = new StackPane(new Label(row.name()));
        frame.getStyleClass().add("catalog-picture");
        frame.setMinSize(WIDTH, HEIGHT);
        if (row.isLoaded()) {
            ImageView view = new ImageView(new Image(row.read(), WIDTH, HEIGHT, true, true));
            view.setAccessibleText(row.name());
            frame.getChildren().setAll(view);
        }
        Button front = button(first.getText(), () -> model.putFirst(row));
        front.setDisable(model.rows().indexOf(row) == 0);
        return new VBox(8, frame, new HBox(8, front, button(remove.getText(), () -> model.remove(row))));
    }

    private Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().add("small");
        button.setOnAction(_ -> action.run());
        return button;
    }
}
