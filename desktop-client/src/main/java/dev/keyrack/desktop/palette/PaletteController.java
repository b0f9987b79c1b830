package dev.keyrack.desktop.palette;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Binds the palette to its view model, and gives the keyboard back to whoever had it.
public final class PaletteController {

    private final PaletteViewModel model;
    private @Nullable Node before;

    @FXML
    private StackPane layer;

    @FXML
    private TextField words;

    @FXML
    private ListView<PaletteEntry> list;

    @FXML
    private Label empty;

    @SuppressWarnings("NullAway.Init")
    public PaletteController(PaletteViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        words.textProperty().bindBidirectional(model.wordsProperty());
        list.setItems(model.entries());
        list.setCellFactory(_ -> new PaletteCell());
        list.setFocusTraversable(false);
        empty.textProperty().bind(model.emptyText());
        model.pointedProperty().subscribe(this::point);
        layer.setVisible(false);
        model.shownProperty().subscribe(this::show);
    }

    private void show() {
        boolean isShown = model.shownProperty().get();
        if (isShown && !layer.isVisible()) {
            before = layer.getScene().getFocusOwner();
        }
        boolean hasFocus = words.isFocused();
        layer.setVisible(isShown);
        if (isShown) {
            words.requestFocus();
        } else if (before != null && hasFocus) {
            before.requestFocus();
        }
    }

    private void point() {
        int index = model.pointedProperty().get();
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().clearAndSelect(index);
            list.scrollTo(index);
        }
    }

    @FXML
    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.pointDown();
            case UP -> model.pointUp();
            case ENTER -> model.take();
            case ESCAPE -> model.onHide();
            default -> {
                return;
            }
        }
        event.consume();
    }

    @FXML
    private void onList(MouseEvent event) {
        model.take(list.getSelectionModel().getSelectedIndex());
        event.consume();
    }

    @FXML
    private void onLayer(MouseEvent event) {
        if (layer.equals(event.getTarget())) {
            model.onHide();
        }
    }
}
