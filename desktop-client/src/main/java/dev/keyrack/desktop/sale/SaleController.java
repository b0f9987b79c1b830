package dev.keyrack.desktop.sale;

import dev.keyrack.desktop.form.FormField;
import dev.keyrack.desktop.party.GuestForm;
import dev.keyrack.desktop.party.GuestMatch;
import dev.keyrack.desktop.party.GuestMatchCell;
import java.time.format.FormatStyle;
import java.util.Map;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.converter.LocalDateStringConverter;
import org.jspecify.annotations.Nullable;

/// Binds the sale to its view model.
public final class SaleController {

    private static final int MOST_GUESTS = 500;
    private static final int MOST_ROOMS = 100;

    private final SaleViewModel model;
    private final Map<KeyCode, Runnable> keys;

    @FXML
    private StackPane screen;

    @FXML
    private Node form;

    @FXML
    private Label stayTitle;

    @FXML
    private Label fromTitle;

    @FXML
    private DatePicker from;

    @FXML
    private DatePicker to;

    @FXML
    private Spinner<Integer> guests;

    @FXML
    private Label quantityTitle;

    @FXML
    private Spinner<Integer> rooms;

    @FXML
    private Label dateFault;

    @FXML
    private Label offersTitle;

    @FXML
    private ListView<Offer> offers;

    @FXML
    private ComboBox<UnitChoice> unit;

    @FXML
    private FormField lastName;

    @FXML
    private FormField firstName;

    @FXML
    private FormField email;

    @FXML
    private FormField phone;

    @FXML
    private TextArea notes;

    @FXML
    private ListView<GuestMatch> matches;

    @FXML
    private Label stayNotice;

    @FXML
    private VBox alternatives;

    @FXML
    private VBox priceBox;

    @FXML
    private VBox priceLines;

    @FXML
    private Label total;

    @FXML
    private Label policy;

    @FXML
    private Label keptUntil;

    @FXML
    private Button extend;

    @FXML
    private Label offline;

    @FXML
    private Label moneyNotice;

    @FXML
    private VBox pay;

    @FXML
    private Button payLater;

    @FXML
    private VBox waiting;

    @FXML
    private VBox resultBox;

    @FXML
    private Label headline;

    @FXML
    private Label soldStay;

    @FXML
    private Label soldMoney;

    @FXML
    private Label soldCode;

    @FXML
    private Label receiptNotice;

    @FXML
    private VBox sold;

    @FXML
    private Button askAgain;

    @FXML
    private Button close;

    @SuppressWarnings("NullAway.Init")
    public SaleController(SaleViewModel model) {
        this.model = model;
        keys = Map.of(
                KeyCode.F4, model::openReceipt,
                KeyCode.F6, () -> model.others().stream().findFirst().ifPresent(model::take),
                KeyCode.F7, model::payLater,
                KeyCode.F8, model::payInCash,
                KeyCode.F9, model::payByCard,
                KeyCode.ESCAPE, model::leave);
    }

    @FXML
    private void initialize() {
        bindStay();
        bindGuest();
        bindPrice();
        bindResult();
        screen.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        screen.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                lastName.input().requestFocus();
            }
        });
    }

    private void bindStay() {
        StayChoice stay = model.stay();
        bindForm(stay.grainProperty().map(model.words()::form));
        var days = new LocalDateStringConverter(
                FormatStyle.MEDIUM, model.words().messages().locale(), null);
        from.setConverter(days);
        to.setConverter(days);
        from.valueProperty().bindBidirectional(stay.fromProperty());
        to.valueProperty().bindBidirectional(stay.toProperty());
        guests.setValueFactory(new SpinnerValueFactory.IntegerSpinnerValueFactory(1, MOST_GUESTS));
        guests.getValueFactory().valueProperty().bindBidirectional(stay.guestsProperty());
        rooms.setValueFactory(new SpinnerValueFactory.IntegerSpinnerValueFactory(1, MOST_ROOMS));
        rooms.getValueFactory().valueProperty().bindBidirectional(stay.roomsProperty());
        Shown.text(dateFault, stay.faultProperty());
        offers.setItems(stay.offers());
        offers.setCellFactory(_ -> new OfferCell(model.words()));
        stay.offerProperty().subscribe(chosen -> offers.getSelectionModel().select(chosen));
        offers.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                stay.choose(chosen);
            }
        });
        unit.setItems(stay.units());
        unit.setConverter(new UnitText());
        unit.valueProperty().bindBidirectional(stay.unitProperty());
        Shown.text(stayNotice, stay.noticeProperty());
        stay.alternatives().subscribe(this::listAlternatives);
    }

    /// What is asked for depends on what is sold.
    private void bindForm(ObservableValue<SaleWords.Form> form) {
        stayTitle.textProperty().bind(form.map(SaleWords.Form::title));
        fromTitle.textProperty().bind(form.map(SaleWords.Form::from));
        from.accessibleTextProperty().bind(fromTitle.textProperty());
        quantityTitle.textProperty().bind(form.map(SaleWords.Form::quantity));
        rooms.accessibleTextProperty().bind(quantityTitle.textProperty());
        offersTitle.textProperty().bind(form.map(SaleWords.Form::offers));
        for (Node each : new Node[] {to, guests, unit}) {
            Shown.when(each.getParent(), form.map(SaleWords.Form::ofNights));
        }
        Shown.when(rooms.getParent(), form.map(SaleWords.Form::ofMany));
        payLater.textProperty().bind(form.map(SaleWords.Form::later));
    }

    private void listAlternatives() {
        alternatives
                .getChildren()
                .setAll(model.others().stream()
                        .map(other -> {
                            var button = new Button(other.line());
                            button.setMaxWidth(Double.MAX_VALUE);
                            button.setWrapText(true);
                            button.setOnAction(_ -> model.take(other));
                            return button;
                        })
                        .toList());
    }

    private void bindGuest() {
        GuestForm guest = model.guest();
        lastName.bind(guest.lastNameProperty(), guest.lastNameFaultProperty());
        firstName.bind(guest.firstNameProperty(), guest.firstNameFaultProperty());
        email.bind(guest.emailProperty(), guest.emailFaultProperty());
        phone.bind(guest.phoneProperty(), guest.phoneFaultProperty());
        notes.textProperty().bindBidirectional(model.notesProperty());
        matches.setItems(model.search().matches());
        matches.setCellFactory(_ -> new GuestMatchCell());
    }

    private void bindPrice() {
        Shown.when(priceBox, model.price().map(_ -> true).orElse(false));
        model.price().subscribe(this::showPrice);
        Shown.when(offline, model.offline());
        Shown.text(moneyNotice, model.moneyNoticeProperty());
        pay.disableProperty().bind(Objects.requireNonNull(model.payAllowed().map(allowed -> !allowed)));
    }

    private void showPrice(SaleWords.@Nullable PriceSheet price) {
        if (price == null) {
            return;
        }
        priceLines.getChildren().setAll(price.lines().stream().map(Shown::row).toList());
        total.setText(price.total());
        policy.setText(price.policy());
        keptUntil.setText(price.keptUntil());
        extend.setVisible(price.extendable());
    }

    private void bindResult() {
        Shown.when(waiting, model.workingProperty());
        Shown.when(
                resultBox,
                model.resultProperty().isNotNull().and(model.workingProperty().not()));
        form.disableProperty().bind(waiting.visibleProperty().or(resultBox.visibleProperty()));
        // without a focus no key would reach this screen any more
        form.disableProperty().subscribe(closed -> lastName.input().requestFocus());
        model.resultProperty().subscribe(this::showResult);
        Shown.text(receiptNotice, model.receiptNoticeProperty());
    }

    private void showResult(@Nullable SaleResult result) {
        if (result == null) {
            return;
        }
        headline.setText(result.headline());
        soldStay.setText(result.stay());
        soldMoney.setText(result.money());
        soldCode.setText(result.code());
        boolean known = !result.code().isEmpty();
        for (Node each : new Node[] {sold, soldCode, soldStay}) {
            each.setVisible(known);
            each.setManaged(known);
        }
        askAgain.setVisible(!known);
        askAgain.setManaged(!known);
        (known ? close : askAgain).requestFocus();
    }

    private void onKey(KeyEvent event) {
        Runnable step = keys.get(event.getCode());
        if (step != null) {
            event.consume();
            step.run();
        } else if (event.getCode() == KeyCode.DOWN
                && lastName.input().isFocused()
                && !matches.getItems().isEmpty()) {
            event.consume();
            matches.requestFocus();
            matches.getSelectionModel().selectFirst();
        } else if (event.getCode() == KeyCode.ENTER && matches.isFocused()) {
            event.consume();
            onMatch();
        }
    }

    @FXML
    private void onMatch() {
        GuestMatch chosen = matches.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.search().choose(chosen);
            email.input().requestFocus();
        }
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
    private void onLater() {
        model.payLater();
    }

    @FXML
    private void onExtend() {
        model.stay().extend();
    }

    @FXML
    private void onStop() {
        model.stopTerminal();
    }

    @FXML
    private void onAskAgain() {
        model.askAgain();
    }

    @FXML
    private void onReceipt() {
        model.openReceipt();
    }

    @FXML
    private void onShow() {
        model.showBooking();
    }

    @FXML
    private void onAnother() {
        model.begin(Start.TONIGHT);
        lastName.input().requestFocus();
    }

    @FXML
    private void onLeave() {
        model.leave();
    }
}
