package dev.keyrack.desktop.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.identity.Preferences;
import dev.keyrack.contract.identity.Profile;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.desktop.Samples;
import dev.keyrack.desktop.form.Option;
import dev.keyrack.fx.UiTasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetailsViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<Profile> kept = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime runtime;

    @SuppressWarnings("NullAway.Init")
    private DetailsViewModel model;

    @BeforeEach
    void open() {
        runtime = Samples.cutOff(folder);
        model = new DetailsViewModel(runtime, UiTasks.onCaller(), Samples.ENGLISH, kept::add);
    }

    @AfterEach
    void stop() {
        runtime.stop();
    }

    private static Profile profile(String lastName) {
        return new Profile(
                new UserId("usr_a"),
                "ana@example.com",
                Role.MANAGER,
                null,
                new UserDetails("Ana", lastName, "ana@example.com", null),
                new Preferences("de", true),
                false,
                false);
    }

    @Test
    void showsTheAccount() {
        model.take(profile("Reis"));
        assertThat(model.person().lastNameProperty().get()).isEqualTo("Reis");
        assertThat(model.languageProperty().get()).isEqualTo(new Option("de", "German"));
        assertThat(model.addressText().getValue()).startsWith("The address is not confirmed");
        assertThat(model.saveAllowed().getValue()).isFalse();
    }

    @Test
    void keepsWhatIsBeingTyped() {
        model.take(profile("Reis"));
        model.person().phoneProperty().set("+351 21 000");
        model.take(profile("Sousa"));
        assertThat(model.person().phoneProperty().get()).isEqualTo("+351 21 000");
        model.reset();
        assertThat(model.person().phoneProperty().get()).isEmpty();
        assertThat(model.person().lastNameProperty().get()).isEqualTo("Sousa");
    }

    @Test
    void saysWhatIsWrongBeforeItSends() {
        model.take(profile("Reis"));
        model.person().phoneProperty().set("call me");
        model.save();
        assertThat(model.person().phoneFaultProperty().get()).isNotEmpty();
        assertThat(model.troubleProperty().get()).isTrue();
        assertThat(kept).isEmpty();
    }

    @Test
    void keepsWhatWasNotAnswered() {
        model.take(profile("Reis"));
        model.noticesProperty().set(false);
        model.save();
        assertThat(model.noticeProperty().get()).startsWith("No answer came.");
        assertThat(model.changed().getValue()).isTrue();
    }
}
