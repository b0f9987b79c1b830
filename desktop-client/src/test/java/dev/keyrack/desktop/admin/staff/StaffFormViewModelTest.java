package dev.keyrack.desktop.admin.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.staff.StaffMember;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.desktop.Samples;
import dev.keyrack.desktop.admin.RoleText;
import dev.keyrack.desktop.form.Option;
import dev.keyrack.desktop.proof.ProofViewModel;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaffFormViewModelTest {

    private static final RightsRule.Actor ADMIN =
            new RightsRule.Actor(new UserId("usr_actor"), Role.PROVIDER_ADMIN, null);

    private static final RightsRule.Actor MANAGER =
            new RightsRule.Actor(new UserId("usr_actor"), Role.MANAGER, Samples.SITE.id());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<StaffMember> kept = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime runtime;

    @SuppressWarnings("NullAway.Init")
    private StaffFormViewModel model;

    @BeforeEach
    void open() {
        runtime = Samples.cutOff(folder);
        var proof = new ProofViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH);
        model = new StaffFormViewModel(runtime, Samples.ENGLISH, proof, kept::add);
    }

    @AfterEach
    void stop() {
        runtime.stop();
    }

    private void give(RightsRule.Actor actor) {
        model.open(actor, List.of(Samples.SITE, Samples.site("sit_resort")));
    }

    private static StaffRow row(String id, Role role, @Nullable SiteId site, boolean active) {
        var member = new StaffMember(new UserId(id), "ana@example.com", "Ana", "Reis", role, site, active);
        return new StaffWords(Samples.ENGLISH, new RoleText(Samples.ENGLISH)).row(member, ADMIN, List.of(Samples.SITE));
    }

    @Test
    void offersOnlyWhatTheActorMayGive() {
        give(ADMIN);
        model.begin();
        assertThat(model.roles()).extracting(Option::name).containsExactly("Front desk", "Manager", "Provider admin");
        assertThat(model.sites()).extracting(Option::name).containsExactly("sit_city", "sit_resort", "Whole provider");
        give(MANAGER);
        assertThat(model.roles()).extracting(Option::name).containsExactly("Front desk", "Manager");
        assertThat(model.sites()).extracting(Option::code).containsExactly("sit_city");
        assertThat(model.siteProperty().get()).isEqualTo(new Option("sit_city", "sit_city"));
    }

    @Test
    void asksForWhatIsMissingBeforeItSends() {
        give(ADMIN);
        model.begin();
        model.save();
        assertThat(model.person().firstNameFaultProperty().get()).isNotEmpty();
        assertThat(model.person().emailFaultProperty().get()).isEqualTo("Fill this in.");
        assertThat(model.troubleProperty().get()).isTrue();
        assertThat(kept).isEmpty();
    }

    @Test
    void keepsAnInvitationThatWasNotAnswered() {
        give(ADMIN);
        model.begin();
        model.person().firstNameProperty().set("Ana");
        model.person().lastNameProperty().set("Reis");
        model.person().emailProperty().set("ana@example.com");
        model.save();
        assertThat(model.noticeProperty().get()).startsWith("No answer came.");
        model.show(row("usr_other", Role.MANAGER, null, true));
        model.begin();
        assertThat(model.person().emailProperty().get()).isEqualTo("ana@example.com");
        model.forget();
        assertThat(model.person().emailProperty().get()).isEmpty();
    }

    @Test
    void savesOnlyWhatIsAnother() {
        give(ADMIN);
        model.show(row("usr_other", Role.MANAGER, Samples.SITE.id(), true));
        assertThat(model.saveAllowed().getValue()).isFalse();
        model.roleProperty().set(model.roles().getFirst());
        assertThat(model.saveAllowed().getValue()).isTrue();
        model.reset();
        assertThat(model.saveAllowed().getValue()).isFalse();
    }

    @Test
    void letsNobodyChangeThemselves() {
        give(ADMIN);
        model.show(row("usr_actor", Role.PROVIDER_ADMIN, null, true));
        assertThat(model.choiceAllowed().getValue()).isFalse();
        assertThat(model.changeAllowed().getValue()).isFalse();
        assertThat(model.hint().getValue()).startsWith("This is you.");
        model.switchActive();
        assertThat(model.questionProperty().get()).isEmpty();
    }

    @Test
    void saysWhoIsAbove() {
        give(MANAGER);
        model.show(row("usr_other", Role.PROVIDER_ADMIN, Samples.SITE.id(), true));
        assertThat(model.roleProperty().get()).isEqualTo(new Option("PROVIDER_ADMIN", "Provider admin"));
        assertThat(model.choiceAllowed().getValue()).isFalse();
        assertThat(model.hint().getValue()).startsWith("You may not change");
    }

    @Test
    void asksBeforeItShutsSomebodyOut() {
        give(ADMIN);
        model.show(row("usr_other", Role.MANAGER, null, true));
        model.switchActive();
        assertThat(model.questionProperty().get()).startsWith("Ana Reis is signed out");
        model.keep();
        assertThat(model.questionProperty().get()).isEmpty();
        assertThat(model.noticeProperty().get()).isEmpty();
        model.switchActive();
        model.confirm();
        assertThat(model.noticeProperty().get()).startsWith("No answer came.");
        model.show(row("usr_other", Role.MANAGER, null, false));
        assertThat(model.switchActiveText().getValue()).isEqualTo("Let in again");
    }
}
