package dev.keyrack.desktop.admin.staff;

import dev.keyrack.desktop.form.FormField;
import dev.keyrack.desktop.form.Option;
import dev.keyrack.desktop.form.Question;
import dev.keyrack.desktop.party.GuestForm;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// Binds the form of one who works for the provider.
public final class StaffFormController {

    private static final PseudoClass OUT = PseudoClass.getPseudoClass("out");
    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");

    private final StaffFormViewModel model;

    @FXML
    private BorderPane root;

    @FXML
    private Label title;

    @FXML
    private Label state;

    @FXML
    private Button switchActive;

    @FXML
    private Label address;

    @FXML
    private VBox fresh;

    @FXML
    private FormField firstName;

    @FXML
    private FormField lastName;

    @FXML
    private FormField email;

    @FXML
    private ComboBox<Option> languageChoice;

    @FXML
    private ComboBox<Option> roleChoice;

    @FXML
    private ComboBox<Option> siteChoice;

    @FXML
    private Label hint;

    @FXML
    private Label notice;

    @FXML
    private Button reset;

    @FXML
    private Button save;

    @SuppressWarnings("NullAway.Init")
    public StaffFormController(StaffFormViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        title.textProperty().bind(model.title());
        state.textProperty().bind(model.state());
        model.active().subscribe(active -> state.pseudoClassStateChanged(OUT, !active));
        address.textProperty().bind(model.address());
        present(address, model.existing());
        present(state, model.existing());
        switchActive.textProperty().bind(model.switchActiveText());
        present(switchActive, model.changeAllowed());
        GuestForm person = model.person();
        firstName.bind(person.firstNameProperty(), person.firstNameFaultProperty());
        lastName.bind(person.lastNameProperty(), person.lastNameFaultProperty());
        email.bind(person.emailProperty(), person.emailFaultProperty());
        present(fresh, model.existing().map(known -> !known));
        languageChoice.getItems().setAll(model.languages());
        languageChoice.valueProperty().bindBidirectional(model.languageProperty());
        roleChoice.setItems(model.roles());
        roleChoice.valueProperty().bindBidirectional(model.roleProperty());
        siteChoice.setItems(model.sites());
        siteChoice.valueProperty().bindBidirectional(model.siteProperty());
        for (ComboBox<Option> each : List.of(roleChoice, siteChoice)) {
            each.disableProperty().bind(model.choiceAllowed().map(allowed -> !allowed));
        }
        hint.textProperty().bind(model.hint());
        notice.textProperty().bind(model.noticeProperty());
        notice.managedProperty().bind(model.noticeProperty().isNotEmpty());
        model.troubleProperty().subscribe(trouble -> notice.pseudoClassStateChanged(TROUBLE, trouble));
        save.textProperty().bind(model.saveText());
        save.disableProperty().bind(model.saveAllowed().map(allowed -> !allowed));
        reset.disableProperty().bind(model.resetAllowed().map(allowed -> !allowed));
        model.questionProperty().subscribe(this::ask);
    }

    private static void present(Node node, ObservableValue<Boolean> wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(wanted);
    }

    /// Whoever is shut out loses all sessions at once: so it is asked.
    private void ask(String question) {
        if (question.isEmpty()) {
            return;
        }
        new Question(
                        model.text("staff.question.title"),
                        question,
                        model.text("staff.question.yes"),
                        model.text("staff.question.no"))
                .ask(root, model::confirm, model::keep);
    }

    @FXML
    private void onSwitchActive() {
        model.switchActive();
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
