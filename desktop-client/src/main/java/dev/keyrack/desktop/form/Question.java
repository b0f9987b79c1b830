package dev.keyrack.desktop.form;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;

/// A question before something that cannot be taken back.
///
/// @param yes says what will be done
/// @param no says that nothing will
public record Question(String title, String text, String yes, String no) {

    private static final String SHEET =
            Objects.requireNonNull(Question.class.getResource("Question.css")).toExternalForm();

    /// Asks over the window of a node, and does one of the two; a node of a screen that was left asks nothing.
    public void ask(Node owner, Runnable onYes, Runnable onNo) {
        if (owner.getScene() == null) {
            return;
        }
        var agree = new ButtonType(yes, ButtonBar.ButtonData.OK_DONE);
        var refuse = new ButtonType(no, ButtonBar.ButtonData.CANCEL_CLOSE);
        var alert = new Alert(Alert.AlertType.CONFIRMATION, text, refuse, agree);
        alert.initOwner(owner.getScene().getWindow());
        alert.getDialogPane().getStylesheets().addAll(owner.getScene().getStylesheets());
        alert.getDialogPane().getStylesheets().add(SHEET);
        alert.setTitle(title);
        alert.setHeaderText(title);
        alert.setGraphic(null);
        alert.getDialogPane().getStyleClass().add("question");
        alert.resultProperty().subscribe(answer -> {
            if (answer == agree) {
                onYes.run();
            } else if (answer == refuse) {
                onNo.run();
            }
        });
        alert.show();
    }
}
