package dev.keyrack.desktop.shell;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// A place in the rail: its icon, its name, and how much waits there.
final class RailButton extends Button {

    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    RailButton(Choice choice, ObservableValue<String> place) {
        setId("rail-" + choice.id());
        getStyleClass().addAll("flat", "rail-button");
        setMaxWidth(Double.MAX_VALUE);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(line(choice));
        setOnAction(_ -> choice.open().run());
        place.subscribe(now -> pseudoClassStateChanged(HERE, now.equals(choice.id())));
        choice.count()
                .subscribe(count -> setAccessibleText(count == 0 ? choice.title() : choice.title() + " " + count));
    }

    private static HBox line(Choice choice) {
        var title = new Label(choice.title());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var count = new Label();
        count.getStyleClass().add("rail-count");
        count.textProperty().bind(choice.count().map(String::valueOf));
        count.visibleProperty().bind(choice.count().map(number -> number > 0));
        count.managedProperty().bind(count.visibleProperty());
        var line = new HBox(new FontIcon(choice.icon()), title, space, count);
        line.getStyleClass().add("rail-line");
        return line;
    }
}
