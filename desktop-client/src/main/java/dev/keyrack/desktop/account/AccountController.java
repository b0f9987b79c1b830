package dev.keyrack.desktop.account;

import dev.keyrack.fx.ViewLoader;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;

/// Binds the head of one's own account, and puts its parts beneath.
public final class AccountController {

    private final AccountViewModel model;
    private final ViewLoader loader;

    @FXML
    private Label title;

    @FXML
    private Label place;

    @FXML
    private Label notice;

    @FXML
    private Tab details;

    @FXML
    private Tab password;

    @FXML
    private Tab factor;

    @FXML
    private Tab sessions;

    @SuppressWarnings("NullAway.Init")
    public AccountController(AccountViewModel model, ViewLoader loader) {
        this.model = model;
        this.loader = loader;
    }

    @FXML
    private void initialize() {
        title.textProperty().bind(model.titleProperty());
        place.textProperty().bind(model.roleProperty());
        notice.textProperty().bind(model.noticeProperty());
        notice.managedProperty().bind(model.noticeProperty().isNotEmpty());
        details.setContent(loader.load(new DetailsController(model.details())));
        password.setContent(loader.load(new PasswordController(model.password())));
        factor.setContent(loader.load(new FactorController(model.factor())));
        sessions.setContent(loader.load(new SessionsController(model.sessions())));
    }
}
