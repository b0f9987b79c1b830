package dev.keyrack.desktop.sale;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Shows what is there, and takes no room for what is not.
final class Shown {

    private Shown() {}

    /// A text, while it is not empty.
    static void text(Label label, ObservableValue<String> text) {
        label.textProperty().bind(text);
        when(label, text.map(each -> !each.isEmpty()));
    }

    static void when(Node node, ObservableValue<Boolean> wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(wanted);
    }

    /// A name with its amount at the far end.
    static HBox row(SaleWords.PriceSheet.Line line) {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var amount = new Label(line.amount());
        amount.getStyleClass().add("sale-amount");
        return new HBox(new Label(line.name()), space, amount);
    }
}
