package dev.keyrack.desktop.booking;

import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Binds the pane beside the board to its view model.
public final class BookingController {

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
    private Label stay;

    @FXML
    private Label place;

    @FXML
    private Label guests;

    @FXML
    private Label price;

    @FXML
    private Label payment;

    @FXML
    private Label code;

    @FXML
    private Label notice;

    @FXML
    private Button checkIn;

    @FXML
    private Button checkOut;

    @FXML
    private Button undoCheckIn;

    @FXML
    private Button undoCheckOut;

    @SuppressWarnings("NullAway.Init")
    public BookingController(BookingViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        guest.textProperty().bind(model.guest());
        reach.textProperty().bind(model.reach());
        status.textProperty().bind(model.status());
        stay.textProperty().bind(model.stay());
        place.textProperty().bind(model.place());
        guests.textProperty().bind(model.guests());
        price.textProperty().bind(model.price());
        payment.textProperty().bind(model.payment());
        code.textProperty().bind(model.code());
        notice.textProperty().bind(model.noticeProperty());
        present(pane, model.bookingProperty().isNotNull());
        present(notice, model.noticeProperty().isNotEmpty());
        present(checkIn, model.checkInAllowed());
        present(checkOut, model.checkOutAllowed());
        present(undoCheckIn, model.checkOutAllowed());
        present(undoCheckOut, model.reopenAllowed());
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
    private void onUndoCheckIn() {
        model.undoCheckIn();
    }

    @FXML
    private void onUndoCheckOut() {
        model.undoCheckOut();
    }

    @FXML
    private void onClose() {
        model.close();
    }
}
