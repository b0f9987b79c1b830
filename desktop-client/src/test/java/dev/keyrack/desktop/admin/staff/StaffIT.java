package dev.keyrack.desktop.admin.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.ServerApi;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.staff.StaffMember;
import dev.keyrack.desktop.DeskRig;
import dev.keyrack.desktop.form.FormField;
import dev.keyrack.desktop.form.Option;
import dev.keyrack.fx.check.Picture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An administrator invites somebody, gives another role, and shuts the person out, at the real program and server.
class StaffIT {

    private static final String MAIL = "maximiliane.hohenstein@example.com";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void invitesChangesAndShutsOut(String language) throws Exception {
        try (DeskRig desk = new DeskRig(folder, language)) {
            desk.signIn();
            desk.robot().clickOn("#rail-staff");
            DeskRig.await(() -> list(desk).getItems().size() == 1);
            picture(desk, "staff-alone", language);
            invites(desk, language);
            changesTheRole(desk, language);
            shutsOut(desk, language);

            desk.robot().interact(() -> list(desk).getSelectionModel().select(self(desk)));
            assertThat(desk.find("roleChoice", ComboBox.class).isDisabled()).isTrue();
            assertThat(DeskRig.isInView(desk.find("switchActive", Button.class)))
                    .isFalse();
            picture(desk, "staff-self", language);
            desk.robot().clickOn("#search").write("nobody");
            DeskRig.await(() -> list(desk).getItems().isEmpty());
            picture(desk, "staff-none-found", language);
        }
    }

    private static void invites(DeskRig desk, String language) {
        desk.robot().clickOn("#invite");
        desk.robot().clickOn("#save");
        DeskRig.await(() -> faults(desk, "firstName") + faults(desk, "email") == 2);
        picture(desk, "staff-form-faulty", language);
        type(desk, "firstName", "Maximiliane Friederike");
        type(desk, "lastName", "von Hohenstein-Wallenberg");
        type(desk, "email", desk.administrator().name());
        choose(desk, "roleChoice", Role.MANAGER.name());
        choose(desk, "siteChoice", "sit_city");
        desk.robot().clickOn("#save");
        DeskRig.await(() -> list(desk).getItems().size() == 1 && faults(desk, "email") == 1);
        picture(desk, "staff-form-exists", language);

        desk.pass(Duration.ofMinutes(20));
        type(desk, "email", MAIL);
        desk.robot().clickOn("#save");
        DeskRig.await(() -> DeskRig.isInView(desk.find("proofPassword", FormField.class)));
        DeskRig.await(() -> desk.find("proofPassword", FormField.class).input().isFocused());
        picture(desk, "proof", language);
        desk.robot().write("wrong").push(KeyCode.ENTER);
        DeskRig.await(() -> faults(desk, "proofPassword") == 1);
        picture(desk, "proof-wrong", language);
        assertThat(members(desk)).hasSize(1);
        desk.robot().push(KeyCode.ESCAPE);
        DeskRig.await(() -> !DeskRig.isInView(desk.find("proofPassword", FormField.class)));
        picture(desk, "staff-form-unproved", language);
        assertThat(desk.find("email", FormField.class).input().getText()).isEqualTo(MAIL);

        desk.robot().clickOn("#save");
        DeskRig.await(() -> DeskRig.isInView(desk.find("proofPassword", FormField.class)));
        type(desk, "proofPassword", desk.administrator().password());
        desk.robot().clickOn("#prove");
        DeskRig.await(() -> list(desk).getItems().size() == 2);
        DeskRig.await(() -> list(desk).getSelectionModel().getSelectedItem() != null);
        picture(desk, "staff-invited", language);
        StaffMember invited = invited(desk);
        assertThat(invited.role()).isEqualTo(Role.MANAGER);
        assertThat(invited.siteId()).hasToString("sit_city");
        assertThat(invited.active()).isTrue();
    }

    private static void changesTheRole(DeskRig desk, String language) {
        choose(desk, "roleChoice", Role.FRONT_DESK.name());
        desk.robot().clickOn("#save");
        DeskRig.await(() -> invited(desk).role() == Role.FRONT_DESK);
        DeskRig.await(() -> shows(desk, row -> row.member().role() == Role.FRONT_DESK));
        picture(desk, "staff-changed", language);
    }

    private static void shutsOut(DeskRig desk, String language) {
        desk.robot().clickOn("#switchActive");
        DeskRig.await(() -> desk.robot().lookup(".question").tryQuery().isPresent());
        Node question = desk.robot().lookup(".question").query();
        Scene asked = question.getScene();
        Picture.save(asked, "staff-question-" + language);
        desk.robot().clickOn(language.equals("en") ? "Shut out" : "Sperren");
        DeskRig.await(() -> !invited(desk).active());
        DeskRig.await(() -> shows(desk, row -> !row.active()));
        picture(desk, "staff-out", language);
    }

    private static StaffMember invited(DeskRig desk) {
        return members(desk).stream()
                .filter(member -> member.name().equals(MAIL))
                .findFirst()
                .orElseThrow();
    }

    private static List<StaffMember> members(DeskRig desk) {
        try (ServerApi api = new ServerApi(desk.server().uri())) {
            api.signIn(desk.administrator());
            if (api.staff().list() instanceof ApiOutcome.Answered<List<StaffMember>>(List<StaffMember> found)) {
                return found;
            }
            throw new AssertionError("The server did not list its staff");
        }
    }

    private static boolean shows(DeskRig desk, Predicate<StaffRow> state) {
        return list(desk).getItems().stream()
                .filter(row -> row.mail().equals(MAIL))
                .anyMatch(state);
    }

    private static StaffRow self(DeskRig desk) {
        return list(desk).getItems().stream()
                .filter(row -> row.member().name().equals(desk.administrator().name()))
                .findFirst()
                .orElseThrow();
    }

    private static long faults(DeskRig desk, String field) {
        return desk.find(field, FormField.class).lookupAll(".form-field-fault").stream()
                .filter(Node::isVisible)
                .count();
    }

    @SuppressWarnings("unchecked") // the screen's own list
    private static TableView<StaffRow> list(DeskRig desk) {
        return desk.find("staffList", TableView.class);
    }

    @SuppressWarnings("unchecked") // the form's own choice
    private static void choose(DeskRig desk, String id, String code) {
        ComboBox<Option> choice = desk.find(id, ComboBox.class);
        desk.robot()
                .interact(() -> choice.getItems().stream()
                        .filter(option -> option.code().equals(code))
                        .forEach(choice::setValue));
        assertThat(choice.getValue().code()).isEqualTo(code);
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
