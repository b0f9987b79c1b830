package dev.keyrack.kiosk.offer;

import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A thing to choose, as wide as its list and as high as what it says.
final class CardView extends Button {

    private final HBox box;

    /// @param spoken what is read aloud
    CardView(String id, String spoken, Node... parts) {
        setId(id);
        getStyleClass().add("offer-card");
        box = new HBox(parts);
        box.getStyleClass().add("offer-card-box");
        setGraphic(box);
        setMaxWidth(Double.MAX_VALUE);
        setAccessibleText(spoken);
        box.prefWidthProperty()
                .bind(Bindings.createDoubleBinding(() -> inner(getWidth()), widthProperty(), insetsProperty()));
    }

    static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }

    private double inner(double width) {
        Insets edges = getInsets();
        return Math.max(0, width - edges.getLeft() - edges.getRight());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets edges = getInsets();
        return box.prefHeight(inner(width > 0 ? width : getWidth())) + edges.getTop() + edges.getBottom();
    }
}
