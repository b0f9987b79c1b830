package dev.keyrack.kiosk.offer;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Binds one room type to its view model.
public final class RoomController {

    private final RoomViewModel model;

    @FXML
    private PhotoView photo;

    @FXML
    private Label title;

    @FXML
    private Label stay;

    @FXML
    private Label text;

    @FXML
    private Label amenities;

    @FXML
    private Label guests;

    @FXML
    private Label rooms;

    @FXML
    private HBox guestsRow;

    @FXML
    private HBox roomsRow;

    @FXML
    private Label roomsName;

    @FXML
    private Button take;

    @FXML
    private Label price;

    @FXML
    private Button fewerGuests;

    @FXML
    private Button moreGuests;

    @FXML
    private Button fewerRooms;

    @FXML
    private Button moreRooms;

    public RoomController(RoomViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        model.showPhoto(photo::show);
        title.setText(model.title());
        stay.setText(model.stay());
        text.setText(model.text());
        amenities.setText(model.amenityLine());
        show(guestsRow, model.guestsAsked());
        show(roomsRow, model.quantityAsked());
        roomsName.setText(model.quantityName());
        fewerRooms.setAccessibleText(model.fewer());
        moreRooms.setAccessibleText(model.more());
        take.setText(model.takeText());
        guests.textProperty().bind(model.partyProperty().map(party -> Integer.toString(party.guests())));
        rooms.textProperty().bind(model.partyProperty().map(party -> Integer.toString(party.rooms())));
        price.textProperty().bind(model.price());
        fewerGuests.disableProperty().bind(model.fewerGuestsAllowed().map(allowed -> !allowed));
        moreGuests.disableProperty().bind(model.moreGuestsAllowed().map(allowed -> !allowed));
        fewerRooms.disableProperty().bind(model.fewerRoomsAllowed().map(allowed -> !allowed));
        moreRooms.disableProperty().bind(model.moreRoomsAllowed().map(allowed -> !allowed));
    }

    private static void show(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    @FXML
    private void onFewerGuests() {
        model.addGuests(-1);
    }

    @FXML
    private void onMoreGuests() {
        model.addGuests(1);
    }

    @FXML
    private void onFewerRooms() {
        model.addRooms(-1);
    }

    @FXML
    private void onMoreRooms() {
        model.addRooms(1);
    }

    @FXML
    private void onTake() {
        model.take();
    }
}
