package dev.keyrack.desktop.admin.terms;

import dev.keyrack.desktop.form.FormField;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Binds the form of a resource's terms.
public final class ResourceFormController {

    private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");
    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");

    private final ResourceFormViewModel model;

    @FXML
    private VBox fields;

    @FXML
    private VBox timed;

    @FXML
    private VBox theirs;

    @FXML
    private VBox theirLines;

    @FXML
    private Label title;

    @FXML
    private Label state;

    @FXML
    private Label notice;

    @FXML
    private Button switchSale;

    @FXML
    private Button save;

    @FXML
    private Button reset;

    @FXML
    private ComboBox<String> type;

    @FXML
    private CheckBox onRequest;

    @FXML
    private FlowPane amenities;

    @FXML
    private TextField amenity;

    @FXML
    private VBox taxes;

    @FXML
    private FormField taxName;

    @FXML
    private FormField taxAmount;

    @FXML
    private ComboBox<String> taxKind;

    @FXML
    private CheckBox taxIncluded;

    @SuppressWarnings("NullAway.Init")
    public ResourceFormController(ResourceFormViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        for (FormField field : FormField.in(fields)) {
            if (field.getUserData() instanceof String name) {
                Field which = Field.valueOf(name);
                field.bind(model.text(which), model.fault(which));
            }
        }
        title.textProperty().bind(model.title());
        state.textProperty().bind(model.state());
        model.onSale().subscribe(open -> state.pseudoClassStateChanged(CLOSED, !open));
        type.getItems().setAll(model.typeNames());
        type.valueProperty().bindBidirectional(model.typeNameProperty());
        type.disableProperty().bind(model.existing());
        onRequest.selectedProperty().bindBidirectional(model.onRequestProperty());
        present(timed, model.timed());
        model.amenities().subscribe(this::listAmenities);
        model.theirs().subscribe(this::listTheirs);
        listAmenities();
        listTheirs();
        bindTaxes();
        notice.textProperty().bind(model.noticeProperty());
        model.troubleProperty().subscribe(trouble -> notice.pseudoClassStateChanged(TROUBLE, trouble));
        switchSale.textProperty().bind(model.switchSaleText());
        switchSale.disableProperty().bind(model.switchSaleAllowed().map(allowed -> !allowed));
        present(switchSale, model.existing());
        save.disableProperty().bind(model.saveAllowed().map(allowed -> !allowed));
        reset.disableProperty().bind(model.changedProperty().not());
    }

    private void bindTaxes() {
        TaxesViewModel list = model.taxes();
        taxName.bind(list.nameProperty(), list.nameFaultProperty());
        taxAmount.bind(list.amountProperty(), list.amountFaultProperty());
        taxKind.getItems().setAll(list.kindNames());
        taxKind.valueProperty().bindBidirectional(list.kindNameProperty());
        taxIncluded.selectedProperty().bindBidirectional(list.includedProperty());
        list.rows().subscribe(this::listTaxes);
        listTaxes();
    }

    private static void present(Node node, ObservableValue<Boolean> wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(wanted);
    }

    private void listAmenities() {
        amenities
                .getChildren()
                .setAll(model.amenities().stream().map(this::chip).toList());
    }

    private Button chip(String text) {
        Button chip = new Button(text + "  ×");
        chip.getStyleClass().addAll("small", "catalog-chip");
        chip.setOnAction(_ -> model.removeAmenity(text));
        return chip;
    }

    private void listTaxes() {
        taxes.getChildren()
                .setAll(model.taxes().rows().stream()
                        .map(row -> {
                            Button line = new Button(row.text() + "  ×");
                            line.getStyleClass().addAll("small", "catalog-chip");
                            line.setOnAction(_ -> model.taxes().take(row));
                            return line;
                        })
                        .toList());
    }

    private void listTheirs() {
        theirLines
                .getChildren()
                .setAll(model.theirs().stream()
                        .map(line -> {
                            Label label = new Label(line);
                            label.setWrapText(true);
                            return label;
                        })
                        .toList());
        theirs.setVisible(!model.theirs().isEmpty());
        theirs.setManaged(!model.theirs().isEmpty());
    }

    @FXML
    private void onAddAmenity() {
        model.addAmenity(amenity.getText());
        amenity.clear();
    }

    @FXML
    private void onAddTax() {
        model.taxes().add();
    }

    @FXML
    private void onSave() {
        model.save();
    }

    @FXML
    private void onReset() {
        model.reset();
    }

    @FXML
    private void onSwitchSale() {
        model.switchSale();
    }
}
