package dev.keyrack.kiosk.frame;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/// Binds a calm word to its view model.
public final class NoticeController {

    private final NoticeViewModel model;

    @FXML
    private FontIcon icon;

    @FXML
    private Label title;

    @FXML
    private Label text;

    @FXML
    private Button action;

    public NoticeController(NoticeViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        icon.setIconLiteral(model.icon());
        title.setText(model.title());
        text.setText(model.text());
        action.setText(model.actionText());
    }

    @FXML
    private void onAction() {
        model.act();
    }
}
