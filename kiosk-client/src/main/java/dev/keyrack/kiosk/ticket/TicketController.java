package dev.keyrack.kiosk.ticket;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// Binds the ticket to its view model.
public final class TicketController {

    private final TicketViewModel model;

    @FXML
    private Label title;

    @FXML
    private QrView qr;

    @FXML
    private Label code;

    @FXML
    private Label room;

    @FXML
    private Label stay;

    @FXML
    private Label paid;

    @FXML
    private Label paper;

    @FXML
    private Button checkIn;

    public TicketController(TicketViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        title.setText(model.title());
        qr.show(model.qr());
        code.setText(model.code());
        room.setText(model.room());
        stay.setText(model.stay());
        paid.setText(model.paid());
        paper.textProperty().bind(model.paperProperty());
        checkIn.setVisible(model.checkInAllowed());
        checkIn.setManaged(model.checkInAllowed());
    }

    @FXML
    private void onCheckIn() {
        model.checkIn();
    }

    @FXML
    private void onDone() {
        model.finish();
    }
}
