package dev.keyrack.kiosk.arrival;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// Binds a booking at the door to its view model.
public final class ArrivingController {

    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");

    private final ArrivingViewModel model;

    @FXML
    private Label title;

    @FXML
    private Label room;

    @FXML
    private Label stay;

    @FXML
    private Label balance;

    @FXML
    private Label advice;

    @FXML
    private Label notice;

    @FXML
    private Button payBalance;

    @FXML
    private Button checkIn;

    public ArrivingController(ArrivingViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        title.setText(model.title());
        room.setText(model.room());
        stay.setText(model.stay());
        balance.setText(model.balance());
        advice.setText(model.advice());
        notice.textProperty().bind(model.noticeProperty());
        notice.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        notice.managedProperty().bind(model.noticeProperty().isNotEmpty());
        notice.pseudoClassStateChanged(GOOD, model.paidHere());
        advice.visibleProperty().bind(model.refusedProperty().not());
        show(payBalance, model.payAllowed());
        model.refusedProperty().subscribe(refused -> show(checkIn, model.checkInAllowed() && !refused));
        checkIn.disableProperty().bind(model.workingProperty());
    }

    private static void show(Button button, boolean wanted) {
        button.setVisible(wanted);
        button.setManaged(wanted);
    }

    @FXML
    private void onPay() {
        model.pay();
    }

    @FXML
    private void onCheckIn() {
        model.checkIn();
    }
}
