package dev.keyrack.desktop.admin.audit;

import dev.keyrack.desktop.form.Option;
import java.io.File;
import java.time.format.FormatStyle;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import javafx.util.converter.LocalDateStringConverter;
import org.jspecify.annotations.Nullable;

/// Binds the record's filters, its table, the pane of one entry, and the alerts.
public final class AuditController {

    private static final int ALERT_HEIGHT = 34;
    private static final int MOST_ALERTS_SHOWN = 3;

    private final AuditViewModel model;

    @FXML
    private DatePicker from;

    @FXML
    private DatePicker to;

    @FXML
    private ChoiceBox<AuditKind> kind;

    @FXML
    private ComboBox<Option> site;

    @FXML
    private TextField actor;

    @FXML
    private TextField subject;

    @FXML
    private Label notice;

    @FXML
    private VBox alertBox;

    @FXML
    private ListView<String> alerts;

    @FXML
    private TableView<AuditRow> table;

    @FXML
    private TableColumn<AuditRow, String> time;

    @FXML
    private TableColumn<AuditRow, String> who;

    @FXML
    private TableColumn<AuditRow, String> what;

    @FXML
    private TableColumn<AuditRow, String> about;

    @FXML
    private TableColumn<AuditRow, String> detail;

    @FXML
    private Button more;

    @FXML
    private VBox pane;

    @FXML
    private Label paneWhat;

    @FXML
    private Label paneWho;

    @FXML
    private Label paneTime;

    @FXML
    private Label paneSubject;

    @FXML
    private Label paneDetail;

    @FXML
    private VBox detailBox;

    @FXML
    private VBox change;

    @FXML
    private Label before;

    @FXML
    private Label after;

    @SuppressWarnings("NullAway.Init")
    public AuditController(AuditViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        bindFilters();
        notice.textProperty().bind(model.noticeProperty());
        notice.managedProperty().bind(model.noticeProperty().isNotEmpty());
        alerts.setItems(model.alerts());
        alertBox.visibleProperty().bind(Bindings.isNotEmpty(model.alerts()));
        alertBox.managedProperty().bind(alertBox.visibleProperty());
        alerts.prefHeightProperty()
                .bind(Bindings.min(Bindings.size(model.alerts()), MOST_ALERTS_SHOWN)
                        .multiply(ALERT_HEIGHT)
                        .add(2));
        table.setItems(model.rows());
        column(time, AuditRow::time);
        column(who, AuditRow::who);
        column(what, AuditRow::what);
        column(about, AuditRow::subject);
        column(detail, AuditRow::detail);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> model.selectedProperty().set(row));
        more.visibleProperty().bind(model.moreProperty());
        more.managedProperty().bind(model.moreProperty());
        model.selectedProperty().subscribe(this::open);
    }

    private void bindFilters() {
        var days = new LocalDateStringConverter(FormatStyle.MEDIUM, model.locale(), null);
        from.setConverter(days);
        to.setConverter(days);
        from.valueProperty().bindBidirectional(model.fromProperty());
        to.valueProperty().bindBidirectional(model.toProperty());
        kind.getItems().setAll(model.kinds());
        kind.setConverter(new KindNames());
        kind.valueProperty().bindBidirectional(model.kindProperty());
        site.setItems(model.sites());
        site.valueProperty().bindBidirectional(model.siteProperty());
        site.visibleProperty().bind(Bindings.isNotEmpty(model.sites()));
        site.managedProperty().bind(site.visibleProperty());
        actor.textProperty().bindBidirectional(model.actorProperty());
        subject.textProperty().bindBidirectional(model.subjectProperty());
    }

    private static void column(TableColumn<AuditRow, String> column, Function<AuditRow, String> text) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    }

    private void open(@Nullable AuditRow row) {
        pane.setVisible(row != null);
        if (row != null) {
            paneWhat.setText(row.what());
            paneWho.setText(row.who());
            paneTime.setText(model.exact(row));
            paneSubject.setText(row.subject());
            paneDetail.setText(row.detail());
            boolean more = !row.detail().isEmpty();
            detailBox.setVisible(more);
            detailBox.setManaged(more);
            before.setText(row.before());
            after.setText(row.after());
            boolean changed = !row.before().isEmpty() || !row.after().isEmpty();
            change.setVisible(changed);
            change.setManaged(changed);
        }
    }

    @FXML
    private void onShow() {
        model.show();
    }

    @FXML
    private void onSite() {
        model.showSite();
    }

    @FXML
    private void onAll() {
        model.showAll();
    }

    @FXML
    private void onMore() {
        model.showMore();
    }

    @FXML
    private void onPerson() {
        model.showPerson();
    }

    @FXML
    private void onSubject() {
        model.showSubject();
    }

    @FXML
    private void onExport() {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName("audit.csv");
        File file = chooser.showSaveDialog(table.getScene().getWindow());
        if (file != null) {
            model.export(file.toPath());
        }
    }

    /// Names the kinds in the list.
    private final class KindNames extends StringConverter<AuditKind> {

        @Override
        public String toString(@Nullable AuditKind named) {
            return named == null ? "" : model.kindName(named);
        }

        @Override
        public AuditKind fromString(String text) {
            throw new UnsupportedOperationException("nobody types into a list");
        }
    }
}
