package dev.keyrack.kiosk.welcome;

import dev.keyrack.kiosk.offer.PhotoView;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// Binds the first screen to its view model.
public final class WelcomeController {

    private final WelcomeViewModel model;
    private final Consumer<Locale> language;
    private final Runnable contrast;

    @FXML
    private PhotoView photo;

    @FXML
    private Label name;

    @FXML
    private Label place;

    @FXML
    private Label price;

    @FXML
    private Label offline;

    @FXML
    private Button begin;

    @FXML
    private Button arrive;

    /// @param language changes the program's language
    /// @param contrast switches high contrast on and off
    public WelcomeController(WelcomeViewModel model, Consumer<Locale> language, Runnable contrast) {
        this.model = model;
        this.language = language;
        this.contrast = contrast;
    }

    @FXML
    private void initialize() {
        name.setText(model.name());
        place.setText(model.place());
        price.textProperty().bind(model.price());
        model.imagesProperty().subscribe(_ -> model.showPhoto(photo::show));
        present(offline, model.offline());
        present(begin, model.sellAllowed());
        present(arrive, model.sellAllowed());
    }

    private static void present(Node node, ObservableValue<Boolean> wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(wanted);
    }

    @FXML
    private void onBegin() {
        model.begin();
    }

    @FXML
    private void onArrive() {
        model.arrive();
    }

    @FXML
    private void onEnglish() {
        language.accept(Locale.ENGLISH);
    }

    @FXML
    private void onGerman() {
        language.accept(Locale.GERMAN);
    }

    @FXML
    private void onContrast() {
        contrast.run();
    }

    @FXML
    private void onStaff() {
        model.callStaff();
    }
}
