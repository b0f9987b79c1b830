package dev.keyrack.desktop.booking;

import dev.keyrack.desktop.form.FormField;
import dev.keyrack.desktop.party.GuestForm;
import dev.keyrack.desktop.sale.UnitChoice;
import dev.keyrack.desktop.sale.UnitText;
import java.time.format.FormatStyle;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.util.converter.LocalDateStringConverter;

/// Binds the pane beside board and lists to its view model.
public final class BookingController {

    private static final int MOST_GUESTS = 500;

    private final BookingViewModel model;

    @FXML
    private VBox pane;

    @FXML
    private Label guest;

    @FXML
    private Label reach;

    @FXML
    private Label status;

    @FXML
    private Label sync;

    @FXML
    private Label stay;

    @FXML
    private Label place;

    @FXML
    private Label guests;

    @FXML
    private Label lines;

    @FXML
    private Label price;

    @FXML
    private Label payment;

    @FXML
    private Label balance;

    @FXML
    private Label payments;

    @FXML
    private Label history;

    @FXML
    private Label code;

    @FXML
    private Label notice;

    @FXML
    private Label money;

    @FXML
    private TextArea notes;

    @FXML
    private VBox guestForm;

    @FXML
    private FormField firstName;

    @FXML
    private FormField lastName;

    @FXML
    private FormField email;

    @FXML
    private FormField phone;

    @FXML
    private VBox stayForm;

    @FXML
    private DatePicker from;

    @FXML
    private DatePicker to;

    @FXML
    private Spinner<Integer> people;

    @FXML
    private Label quote;

    @FXML
    private Button confirm;

    @FXML
    private Button editStay;

    @FXML
    private ComboBox<UnitChoice> unit;

    @FXML
    private Button payCard;

    @FXML
    private Button payCash;

    @FXML
    private Button stopCard;

    @FXML
    private Button changeNext;

    @FXML
    private Button checkIn;

    @FXML
    private Button checkOut;

    @FXML
    private Button noShow;

    @FXML
    private Button cancel;

    @FXML
    private Button undoCheckIn;

    @FXML
    private Button undoCheckOut;

    @FXML
    private Button undoNoShow;

    @SuppressWarnings("NullAway.Init")
    public BookingController(BookingViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        BookingFacts facts = model.facts();
        present(pane, model.bookingProperty().isNotNull());
        guest.textProperty().bind(facts.guest());
        reach.textProperty().bind(facts.reach());
        status.textProperty().bind(facts.status());
        stay.textProperty().bind(facts.stay());
        place.textProperty().bind(facts.place());
        guests.textProperty().bind(facts.guests());
        lines.textProperty().bind(facts.lines());
        price.textProperty().bind(facts.price());
        payment.textProperty().bind(facts.payment());
        balance.textProperty().bind(facts.balance());
        code.textProperty().bind(facts.code());
        sync.textProperty().bind(model.stateText());
        payments.textProperty().bind(model.dossier().paymentsProperty());
        history.textProperty().bind(model.dossier().historyProperty());
        tell(notice, model.noticeProperty());
        tell(money, model.settlement().noticeProperty());
        notes.textProperty().bindBidirectional(model.notesProperty());
        bindGuest();
        bindStay();
        bindSteps();
    }

    private void bindGuest() {
        GuestForm form = model.guestForm();
        present(guestForm, model.guestOpenProperty());
        firstName.bind(form.firstNameProperty(), form.firstNameFaultProperty());
        lastName.bind(form.lastNameProperty(), form.lastNameFaultProperty());
        email.bind(form.emailProperty(), form.emailFaultProperty());
        phone.bind(form.phoneProperty(), form.phoneFaultProperty());
    }

    private void bindStay() {
        StayEdit edit = model.stayEdit();
        present(stayForm, edit.openProperty());
        var days = new LocalDateStringConverter(
                FormatStyle.MEDIUM, model.text().messages().locale(), null);
        from.setConverter(days);
        to.setConverter(days);
        from.valueProperty().bindBidirectional(edit.fromProperty());
        to.valueProperty().bindBidirectional(edit.toProperty());
        people.setValueFactory(new SpinnerValueFactory.IntegerSpinnerValueFactory(1, MOST_GUESTS));
        people.getValueFactory().valueProperty().bindBidirectional(edit.guestsProperty());
        quote.textProperty().bind(edit.noticeProperty());
        confirm.disableProperty().bind(edit.quotedProperty().not());
        present(editStay, model.facts().changeAllowed());
    }

    private void bindSteps() {
        BookingFacts facts = model.facts();
        present(checkIn, facts.checkInAllowed());
        present(unit, facts.checkInAllowed());
        unit.setItems(model.freeUnits());
        unit.setConverter(new UnitText());
        unit.valueProperty().bindBidirectional(model.unitProperty());
        present(checkOut, facts.checkOutAllowed());
        checkOut.textProperty()
                .bind(Objects.requireNonNull(model.owingProperty()
                        .map(owing -> model.text()
                                .messages()
                                .text(owing ? "booking.step.checkoutowing" : "booking.step.checkout"))));
        present(noShow, facts.checkInAllowed());
        present(cancel, facts.cancelAllowed());
        present(undoCheckIn, facts.checkOutAllowed());
        present(undoCheckOut, facts.undoCheckOutAllowed());
        present(undoNoShow, facts.undoNoShowAllowed());
        for (Button each : new Button[] {payCard, payCash}) {
            each.disableProperty().bind(model.settlement().workingProperty());
        }
        present(payCard, facts.payAllowed());
        present(payCash, facts.payAllowed());
        present(stopCard, model.settlement().stopAllowed());
        present(changeNext, facts.changeNext());
        model.cancelling().question().subscribe(this::confirmCancellation);
    }

    /// Money, and not to be undone: so it is asked.
    private void confirmCancellation(String question) {
        // the pane of who signed out still listens, and is nowhere
        if (question.isEmpty() || pane.getScene() == null) {
            return;
        }
        var messages = model.text().messages();
        var yes = new ButtonType(messages.text("booking.cancel.confirm"), ButtonBar.ButtonData.OK_DONE);
        var no = new ButtonType(messages.text("booking.cancel.keep"), ButtonBar.ButtonData.CANCEL_CLOSE);
        var alert = new Alert(Alert.AlertType.CONFIRMATION, question, no, yes);
        alert.initOwner(pane.getScene().getWindow());
        alert.getDialogPane().getStylesheets().addAll(pane.getScene().getStylesheets());
        alert.getDialogPane().getStylesheets().addAll(pane.getStylesheets());
        alert.setTitle(messages.text("booking.cancel.title"));
        alert.setHeaderText(messages.text("booking.cancel.title"));
        alert.setGraphic(null);
        alert.getDialogPane().getStyleClass().add("booking-question");
        alert.resultProperty().subscribe(answer -> {
            if (answer == yes) {
                model.cancelling().confirm();
            } else if (answer == no) {
                model.cancelling().keep();
            }
        });
        alert.show();
    }

    private static void tell(Label label, ObservableValue<String> text) {
        label.textProperty().bind(text);
        present(label, text.map(each -> !each.isEmpty()));
    }

    private static void present(Node node, ObservableValue<Boolean> wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(wanted);
    }

    @FXML
    private void onCheckIn() {
        model.checkIn();
    }

    @FXML
    private void onCheckOut() {
        model.checkOut();
    }

    @FXML
    private void onNoShow() {
        model.markNoShow();
    }

    @FXML
    private void onUndoCheckIn() {
        model.undoCheckIn();
    }

    @FXML
    private void onUndoCheckOut() {
        model.undoCheckOut();
    }

    @FXML
    private void onUndoNoShow() {
        model.undoNoShow();
    }

    @FXML
    private void onCancel() {
        model.quoteCancellation();
    }

    @FXML
    private void onCash() {
        model.payInCash();
    }

    @FXML
    private void onCard() {
        model.payByCard();
    }

    @FXML
    private void onStopCard() {
        model.settlement().stop();
    }

    @FXML
    private void onEditGuest() {
        model.editGuest();
    }

    @FXML
    private void onSaveGuest() {
        model.saveGuest();
    }

    @FXML
    private void onKeepGuest() {
        model.keepGuest();
    }

    @FXML
    private void onEditStay() {
        model.editStay();
    }

    @FXML
    private void onConfirmStay() {
        model.stayEdit().confirm();
    }

    @FXML
    private void onKeepStay() {
        model.stayEdit().close();
    }

    @FXML
    private void onSaveNotes() {
        model.saveNotes();
    }

    @FXML
    private void onClose() {
        model.close();
    }
}
