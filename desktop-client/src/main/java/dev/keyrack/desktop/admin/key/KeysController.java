package dev.keyrack.desktop.admin.key;

import dev.keyrack.desktop.form.FormField;
import dev.keyrack.desktop.form.Question;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Binds the list of keys, the form of a new one, and the secret that is shown once.
public final class KeysController {

    private static final PseudoClass OUT = PseudoClass.getPseudoClass("out");

    private final KeysViewModel model;

    @FXML
    private SplitPane root;

    @FXML
    private Label notice;

    @FXML
    private TableView<KeyRow> keys;

    @FXML
    private TableColumn<KeyRow, String> name;

    @FXML
    private TableColumn<KeyRow, String> scopes;

    @FXML
    private TableColumn<KeyRow, String> site;

    @FXML
    private TableColumn<KeyRow, String> until;

    @FXML
    private TableColumn<KeyRow, String> used;

    @FXML
    private VBox nothing;

    @FXML
    private VBox form;

    @FXML
    private FormField keyName;

    @FXML
    private CheckBox catalog;

    @FXML
    private CheckBox bookings;

    @FXML
    private CheckBox everywhere;

    @FXML
    private DatePicker lastDay;

    @FXML
    private Button make;

    @FXML
    private VBox shown;

    @FXML
    private TextField keyId;

    @FXML
    private TextArea secret;

    @FXML
    private TextField tokens;

    @FXML
    private VBox chosen;

    @FXML
    private Label chosenName;

    @FXML
    private Label chosenUntil;

    @FXML
    private TextField chosenId;

    @FXML
    private Button end;

    @SuppressWarnings("NullAway.Init")
    public KeysController(KeysViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        notice.textProperty().bind(model.noticeProperty());
        notice.managedProperty().bind(model.noticeProperty().isNotEmpty());
        keys.setItems(model.rows());
        column(name, KeyRow::name);
        column(scopes, KeyRow::scopes);
        column(site, KeyRow::site);
        column(until, KeyRow::until);
        column(used, KeyRow::used);
        until.setCellFactory(_ -> new UntilCell());
        model.selectedProperty().subscribe(row -> {
            keys.getSelectionModel().select(row);
            show(row);
        });
        keys.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.selectedProperty().set(row);
            }
        });
        nothing.visibleProperty().bind(model.idle());
        bindForm();
        tokens.setText(model.tokenAddress());
        keyId.textProperty().bind(model.madeId());
        model.madeSecret().subscribe(text -> {
            secret.setText(text);
            shown.setVisible(!text.isEmpty());
        });
        end.disableProperty().bind(model.endAllowed().map(allowed -> !allowed));
        model.questionProperty().subscribe(this::ask);
    }

    private static void column(TableColumn<KeyRow, String> column, Function<KeyRow, String> text) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    }

    private void bindForm() {
        form.visibleProperty().bind(model.addingProperty());
        keyName.bind(model.nameProperty(), model.faultProperty());
        catalog.selectedProperty().bindBidirectional(model.catalogProperty());
        bookings.selectedProperty().bindBidirectional(model.bookingsProperty());
        everywhere.selectedProperty().bindBidirectional(model.everywhereProperty());
        present(everywhere, model.wholeProperty());
        lastDay.valueProperty().bindBidirectional(model.untilProperty());
        make.disableProperty().bind(model.makeAllowed().map(allowed -> !allowed));
    }

    private static void present(Node node, ObservableValue<Boolean> wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(wanted);
    }

    private void show(@Nullable KeyRow row) {
        chosen.setVisible(row != null);
        if (row != null) {
            chosenName.setText(row.name());
            chosenUntil.setText(row.until());
            chosenUntil.pseudoClassStateChanged(OUT, !row.good());
            chosenId.setText(row.id());
        }
    }

    private void ask(String question) {
        if (!question.isEmpty()) {
            new Question(
                            model.text("keys.question.title"),
                            question,
                            model.text("keys.question.yes"),
                            model.text("keys.question.no"))
                    .ask(root, model::confirm, model::keep);
        }
    }

    @FXML
    private void onNew() {
        model.begin();
        keyName.input().requestFocus();
    }

    @FXML
    private void onMake() {
        model.make();
    }

    @FXML
    private void onCopy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(secret.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }

    @FXML
    private void onEnd() {
        model.end();
    }

    /// Tells those apart that let nobody in any more.
    private static final class UntilCell extends TableCell<KeyRow, String> {

        UntilCell() {
            getStyleClass().add("keys-until");
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? "" : text);
            KeyRow row = empty ? null : getTableRow().getItem();
            pseudoClassStateChanged(OUT, row != null && !row.good());
        }
    }
}
