package dev.keyrack.desktop.attention;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Binds what needs a decision to its view model.
public final class AttentionController {

    private final AttentionViewModel model;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox cards;

    @FXML
    private Label empty;

    @FXML
    private Label notice;

    @SuppressWarnings("NullAway.Init")
    public AttentionController(AttentionViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        empty.textProperty().bind(model.emptyText());
        empty.visibleProperty().bind(empty.textProperty().isNotEmpty());
        scroll.visibleProperty().bind(empty.visibleProperty().not());
        notice.textProperty().bind(model.noticeProperty());
        notice.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        model.rows().subscribe(this::list);
        list();
    }

    private void list() {
        cards.getChildren()
                .setAll(model.rows().stream()
                        .map(row -> new AttentionCard(row, model))
                        .toList());
    }
}
