package dev.keyrack.desktop.account;

import dev.keyrack.desktop.account.FactorViewModel.Stage;
import dev.keyrack.desktop.form.FormField;
import dev.keyrack.desktop.form.QrView;
import dev.keyrack.desktop.form.Question;
import java.io.File;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// Binds the second factor of one's own account, one step after the other.
public final class FactorController {

    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");

    private final FactorViewModel model;

    @FXML
    private VBox off;

    @FXML
    private VBox begun;

    @FXML
    private VBox recovery;

    @FXML
    private VBox on;

    @FXML
    private QrView qr;

    @FXML
    private TextField secret;

    @FXML
    private FormField factorCode;

    @FXML
    private VBox codes;

    @FXML
    private Button begin;

    @FXML
    private Button confirmCode;

    @FXML
    private Button switchOff;

    @FXML
    private Label notice;

    @SuppressWarnings("NullAway.Init")
    public FactorController(FactorViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        present(off, Stage.OFF);
        present(begun, Stage.BEGUN);
        present(recovery, Stage.CODES);
        present(on, Stage.ON);
        model.address().subscribe(qr::show);
        secret.textProperty().bind(model.secret());
        factorCode.bind(model.codeProperty(), model.codeFaultProperty());
        factorCode.onEnter(model::confirm);
        model.codes().subscribe(this::listCodes);
        for (Button each : List.of(begin, confirmCode, switchOff)) {
            each.disableProperty().bind(model.workingProperty());
        }
        model.stageProperty().subscribe(stage -> {
            if (stage == Stage.BEGUN) {
                factorCode.input().requestFocus();
            }
        });
        notice.textProperty().bind(model.noticeProperty());
        notice.managedProperty().bind(model.noticeProperty().isNotEmpty());
        model.troubleProperty().subscribe(trouble -> notice.pseudoClassStateChanged(TROUBLE, trouble));
        model.questionProperty().subscribe(this::ask);
    }

    private void present(Node part, Stage stage) {
        part.visibleProperty().bind(model.stageProperty().map(stage::equals));
        part.managedProperty().bind(part.visibleProperty());
    }

    private void listCodes() {
        codes.getChildren()
                .setAll(model.codes().stream()
                        .map(code -> {
                            Label label = new Label(code);
                            label.getStyleClass().add("factor-recovery");
                            return label;
                        })
                        .toList());
    }

    private void ask(String question) {
        if (!question.isEmpty()) {
            new Question(
                            model.text("account.factor.off"),
                            question,
                            model.text("account.factor.off"),
                            model.text("account.factor.keep"))
                    .ask(on, model::confirmOff, model::keepOn);
        }
    }

    @FXML
    private void onBegin() {
        model.begin();
    }

    @FXML
    private void onCancel() {
        model.cancel();
    }

    @FXML
    private void onConfirm() {
        model.confirm();
    }

    @FXML
    private void onCopy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.codesText());
        Clipboard.getSystemClipboard().setContent(content);
        model.tellCopied();
    }

    @FXML
    private void onSave() {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName("keyrack-recovery-codes.txt");
        File file = chooser.showSaveDialog(codes.getScene().getWindow());
        if (file != null) {
            model.save(file.toPath());
        }
    }

    @FXML
    private void onFinish() {
        model.finish();
    }

    @FXML
    private void onSwitchOff() {
        model.switchOff();
    }
}
