package dev.keyrack.desktop.account;

import dev.keyrack.desktop.form.FormField;
import dev.keyrack.desktop.form.Option;
import dev.keyrack.desktop.party.GuestForm;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;

/// Binds name, telephone and mails of one's own account.
public final class DetailsController {

    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");

    private final DetailsViewModel model;

    @FXML
    private Label name;

    @FXML
    private Label address;

    @FXML
    private FormField firstName;

    @FXML
    private FormField lastName;

    @FXML
    private FormField phone;

    @FXML
    private ComboBox<Option> language;

    @FXML
    private CheckBox notices;

    @FXML
    private Label notice;

    @FXML
    private Button reset;

    @FXML
    private Button save;

    @SuppressWarnings("NullAway.Init")
    public DetailsController(DetailsViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        name.textProperty().bind(model.name());
        address.textProperty().bind(model.addressText());
        GuestForm person = model.person();
        firstName.bind(person.firstNameProperty(), person.firstNameFaultProperty());
        lastName.bind(person.lastNameProperty(), person.lastNameFaultProperty());
        phone.bind(person.phoneProperty(), person.phoneFaultProperty());
        language.getItems().setAll(model.languages());
        language.valueProperty().bindBidirectional(model.languageProperty());
        notices.selectedProperty().bindBidirectional(model.noticesProperty());
        notice.textProperty().bind(model.noticeProperty());
        notice.managedProperty().bind(model.noticeProperty().isNotEmpty());
        model.troubleProperty().subscribe(trouble -> notice.pseudoClassStateChanged(TROUBLE, trouble));
        reset.disableProperty().bind(model.changed().map(changed -> !changed));
        save.disableProperty().bind(model.saveAllowed().map(allowed -> !allowed));
    }

    @FXML
    private void onReset() {
        model.reset();
    }

    @FXML
    private void onSave() {
        model.save();
    }
}
