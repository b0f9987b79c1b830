package dev.keyrack.desktop.attention;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Something refused, with a button for each way out.
final class AttentionCard extends VBox {

    AttentionCard(AttentionRow row, AttentionViewModel model) {
        var ways = model.ways();
        getStyleClass().add("attention-card");
        var guest = new Label(row.guest(), new FontIcon("fth-alert-triangle"));
        guest.getStyleClass().add("attention-guest");
        var again = new Button(ways.again());
        again.getStyleClass().add("accent");
        again.setOnAction(_ -> model.retry(row));
        var drop = new Button(ways.drop());
        drop.setOnAction(_ -> model.drop(row));
        var show = new Button(ways.show());
        show.setDisable(!model.showAllowed(row));
        show.setOnAction(_ -> model.show(row));
        var buttons = new HBox(again, drop, show);
        buttons.getStyleClass().add("attention-buttons");
        getChildren().addAll(guest, line(row.wanted(), "attention-wanted"), line(row.reason(), "attention-reason"));
        getChildren().addAll(line(row.now(), "quiet"), buttons);
    }

    private static Label line(String text, String style) {
        var line = new Label(text);
        line.getStyleClass().add(style);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }
}
