package dev.keyrack.desktop.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.ServerApi;
import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.identity.Profile;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.desktop.Authenticator;
import dev.keyrack.desktop.DeskRig;
import dev.keyrack.desktop.form.FormField;
import dev.keyrack.desktop.form.QrView;
import dev.keyrack.fx.check.Picture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody changes the own account in every way, at the real program and server.
class AccountIT {

    private static final String FRESH = "seven herons over the quay";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void changesTheOwnAccount(String language) throws Exception {
        try (DeskRig desk = new DeskRig(folder, language)) {
            desk.signIn();
            desk.robot().clickOn("#person");
            changesDetails(desk, language);
            changesThePassword(desk, language);
            endsASession(desk, language);
            List<String> recovery = addsASecondFactor(desk, language);
            signsInWithIt(desk, recovery.get(0));
            removesIt(desk, recovery.get(1), language);
            comesInWithoutTheServer(desk);
        }
    }

    private static void changesDetails(DeskRig desk, String language) {
        DeskRig.await(
                () -> !desk.find("firstName", FormField.class).input().getText().isEmpty());
        picture(desk, "account-details", language);
        type(desk, "phone", "call me");
        desk.robot().clickOn("#save");
        DeskRig.await(() -> isFaulty(desk, "phone"));
        picture(desk, "account-details-faulty", language);
        type(desk, "firstName", "Maximiliane Friederike");
        type(desk, "lastName", "von Hohenstein-Wallenberg");
        type(desk, "phone", "+351 21 000 00 00");
        desk.robot().clickOn("#save");
        DeskRig.await(() -> desk.find("save", Button.class).isDisabled());
        picture(desk, "account-details-saved", language);
        try (ServerApi api = new ServerApi(desk.server().uri())) {
            assertThat(api.signIn(desk.administrator())).isInstanceOf(ApiOutcome.Answered.class);
            assertThat(api.own().get())
                    .isInstanceOfSatisfying(
                            ApiOutcome.Answered.class,
                            answer -> assertThat(((Profile) answer.value())
                                            .userDetails()
                                            .phone())
                                    .isEqualTo("+351 21 000 00 00"));
        }
    }

    private static void changesThePassword(DeskRig desk, String language) {
        open(desk, 1);
        picture(desk, "account-password", language);
        type(desk, "presentPassword", "not my password");
        type(desk, "freshPassword", "short");
        type(desk, "againPassword", "shor");
        desk.robot().clickOn("#changePassword");
        DeskRig.await(() -> isFaulty(desk, "freshPassword") && isFaulty(desk, "againPassword"));
        picture(desk, "account-password-faulty", language);
        type(desk, "freshPassword", FRESH);
        type(desk, "againPassword", FRESH);
        desk.robot().clickOn("#changePassword");
        DeskRig.await(() -> isFaulty(desk, "presentPassword"));
        type(desk, "presentPassword", desk.administrator().password());
        type(desk, "freshPassword", "qwertyuiop");
        type(desk, "againPassword", "qwertyuiop");
        desk.robot().clickOn("#changePassword");
        DeskRig.await(() -> isFaulty(desk, "freshPassword"));
        picture(desk, "account-password-refused", language);
        type(desk, "freshPassword", FRESH);
        type(desk, "againPassword", FRESH);
        desk.robot().push(KeyCode.ENTER);
        DeskRig.await(() ->
                desk.find("freshPassword", FormField.class).input().getText().isEmpty());
        picture(desk, "account-password-changed", language);
        try (ServerApi api = new ServerApi(desk.server().uri())) {
            assertThat(api.signIn(desk.administrator())).isInstanceOf(ApiOutcome.Refused.class);
        }
    }

    private static void endsASession(DeskRig desk, String language) {
        try (ServerApi other = new ServerApi(desk.server().uri())) {
            assertThat(other.signIn(new SignIn(desk.administrator().name(), FRESH)))
                    .isInstanceOf(ApiOutcome.Answered.class);
            open(desk, 0);
            desk.robot().push(KeyCode.F4);
            desk.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
            open(desk, 3);
            DeskRig.await(() -> sessions(desk).getItems().size() == 2);
            assertThat(sessions(desk).getItems().getFirst().current()).isTrue();
            desk.robot().interact(() -> sessions(desk).getSelectionModel().select(1));
            picture(desk, "account-sessions", language);
            desk.robot().clickOn("#end");
            DeskRig.await(() -> sessions(desk).getItems().size() == 1);
            picture(desk, "account-session-ended", language);
            DeskRig.await(() -> other.own().get() instanceof ApiOutcome.Refused<Profile>(var problem)
                    && problem.type() == ProblemType.UNAUTHENTICATED);
        }
    }

    private static List<String> addsASecondFactor(DeskRig desk, String language) throws Exception {
        open(desk, 2);
        picture(desk, "account-factor-off", language);
        desk.pass(Duration.ofMinutes(20));
        desk.robot().clickOn("#begin");
        prove(desk);
        DeskRig.await(() -> DeskRig.isInView(desk.find("qr", QrView.class)));
        type(desk, "factorCode", "000000");
        desk.robot().clickOn("#confirmCode");
        DeskRig.await(() -> isFaulty(desk, "factorCode"));
        picture(desk, "account-factor-key", language);
        String secret = desk.find("secret", TextField.class).getText().replace(" ", "");
        type(desk, "factorCode", Authenticator.code(secret, desk.clock()));
        desk.robot().clickOn("#confirmCode");
        DeskRig.await(() -> DeskRig.isInView(desk.find("finish", Button.class)));
        picture(desk, "account-factor-codes", language);
        desk.robot().clickOn("#copy");
        picture(desk, "account-factor-copied", language);
        var copied = new StringBuilder();
        desk.robot().interact(() -> copied.append(Clipboard.getSystemClipboard().getString()));
        List<String> codes = copied.toString().lines().toList();
        assertThat(codes).hasSize(10);
        desk.robot().clickOn("#finish");
        DeskRig.await(() -> DeskRig.isInView(desk.find("switchOff", Button.class)));
        picture(desk, "account-factor-on", language);
        return codes;
    }

    private static void signsInWithIt(DeskRig desk, String code) {
        desk.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        DeskRig.await(() -> desk.robot().lookup("#password").tryQuery().isPresent());
        desk.robot()
                .interact(() -> desk.find("name", TextField.class)
                        .setText(desk.administrator().name()));
        desk.robot().clickOn("#password").write(FRESH);
        desk.robot().clickOn("#enter");
        DeskRig.await(() -> DeskRig.isInView(desk.find("code", TextField.class)));
        desk.robot().clickOn("#code").write(code);
        desk.robot().clickOn("#enter");
        DeskRig.await(() -> desk.robot().lookup("#board").tryQuery().isPresent());
    }

    private static void removesIt(DeskRig desk, String code, String language) {
        desk.robot().clickOn("#person");
        open(desk, 2);
        DeskRig.await(() -> DeskRig.isInView(desk.find("switchOff", Button.class)));
        desk.pass(Duration.ofMinutes(20));
        desk.robot().clickOn("#switchOff");
        DeskRig.await(() -> desk.robot().lookup(".question").tryQuery().isPresent());
        Scene asked = desk.robot().lookup(".question").query().getScene();
        Picture.save(asked, "account-factor-question-" + language);
        Node yes = asked.lookup(".question .button:default");
        desk.robot().clickOn(yes);
        prove(desk);
        DeskRig.await(() -> DeskRig.isInView(desk.find("proofCode", FormField.class)));
        type(desk, "proofCode", "000000");
        desk.robot().clickOn("#prove");
        DeskRig.await(() -> isFaulty(desk, "proofCode"));
        picture(desk, "proof-code", language);
        type(desk, "proofCode", code);
        desk.robot().clickOn("#prove");
        DeskRig.await(() -> DeskRig.isInView(desk.find("begin", Button.class)));
        try (ServerApi api = new ServerApi(desk.server().uri())) {
            ApiOutcome<AccessToken> in =
                    api.signIn(new SignIn(desk.administrator().name(), FRESH));
            assertThat(in).isInstanceOf(ApiOutcome.Answered.class);
        }
    }

    /// The new password is known here too.
    private static void comesInWithoutTheServer(DeskRig desk) throws Exception {
        desk.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        DeskRig.await(() -> desk.robot().lookup("#password").tryQuery().isPresent());
        desk.server().close();
        DeskRig.await(() -> desk.find("offline", Label.class).isVisible());
        desk.robot().clickOn("#password").write(FRESH);
        desk.robot().clickOn("#enter");
        DeskRig.await(() -> desk.robot().lookup("#board").tryQuery().isPresent());
    }

    private static void prove(DeskRig desk) {
        DeskRig.await(() -> DeskRig.isInView(desk.find("proofPassword", FormField.class)));
        type(desk, "proofPassword", FRESH);
        desk.robot().clickOn("#prove");
    }

    private static void open(DeskRig desk, int part) {
        DeskRig.await(() -> desk.robot().lookup(".account .tab-pane").tryQuery().isPresent());
        TabPane parts = desk.robot().lookup(".account .tab-pane").queryAs(TabPane.class);
        desk.robot().interact(() -> parts.getSelectionModel().select(part));
    }

    private static boolean isFaulty(DeskRig desk, String field) {
        return desk.find(field, FormField.class).lookup(".form-field-fault") instanceof Label fault
                && fault.isVisible();
    }

    @SuppressWarnings("unchecked") // the screen's own list
    private static TableView<SessionRow> sessions(DeskRig desk) {
        return desk.find("sessionList", TableView.class);
    }

    private static void type(DeskRig desk, String field, String text) {
        var input = desk.find(field, FormField.class).input();
        desk.robot().interact(() -> {
            input.requestFocus();
            input.setText(text);
        });
    }

    private static void picture(DeskRig desk, String name, String language) {
        Picture.saveDarkAndLight(desk.stage().getScene(), name + "-" + language);
    }
}
