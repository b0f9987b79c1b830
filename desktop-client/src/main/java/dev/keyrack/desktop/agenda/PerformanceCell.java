package dev.keyrack.desktop.agenda;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// One performance: when, what, and how full in a bar and in words.
final class PerformanceCell extends ListCell<Performance> {

    private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");

    private final PerformancesViewModel model;
    private final Label when = new Label();
    private final Label name = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label fill = new Label();
    private final HBox line = new HBox(when, name, bar, fill);

    PerformanceCell(PerformancesViewModel model) {
        this.model = model;
        line.getStyleClass().add("performance-line");
        when.getStyleClass().add("performance-when");
        name.getStyleClass().add("performance-name");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        bar.getStyleClass().add("performance-bar");
        fill.getStyleClass().add("performance-fill");
    }

    @Override
    protected void updateItem(@Nullable Performance shown, boolean empty) {
        super.updateItem(shown, empty);
        setGraphic(shown == null ? null : line);
        if (shown != null) {
            when.setText(model.when(shown));
            name.setText(model.name(shown));
            bar.setProgress(shown.capacity() == 0 ? 1 : (double) shown.taken() / shown.capacity());
            bar.pseudoClassStateChanged(FULL, shown.free() == 0);
            fill.setText(model.fill(shown));
            setAccessibleText(when.getText() + ", " + name.getText() + ", " + fill.getText());
        }
    }
}
