package dev.keyrack.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.store.LocalStore;
import dev.keyrack.client.sync.Mutation;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.desktop.Samples;
import dev.keyrack.fx.Theme;
import dev.keyrack.fx.UiTasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<Object> heard = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime runtime;

    @SuppressWarnings("NullAway.Init")
    private ShellViewModel model;

    @BeforeEach
    void open() {
        Samples.fill(folder, List.of(Samples.booking("bkg_a", 0, "unt_1", BookingStatus.CONFIRMED)));
        runtime = Samples.cutOff(folder);
        model = new ShellViewModel(
                runtime,
                UiTasks.onCaller(),
                Samples.ENGLISH,
                Samples.CLOCK,
                Theme.LIGHT,
                new ShellViewModel.Turns(
                        heard::add,
                        heard::add,
                        () -> heard.add("left"),
                        () -> heard.add("decided"),
                        () -> heard.add("owned")));
        model.onShow();
    }

    @AfterEach
    void close() {
        model.onHide();
        runtime.stop();
    }

    @Test
    void namesTheServer() {
        assertThat(model.server()).isEqualTo("Server: http://127.0.0.1:1/");
    }

    @Test
    void saysConnectingUntilItKnowsMore() {
        assertThat(model.connectionText().getValue()).isEqualTo("Connecting …");
        assertThat(model.offline().getValue()).isFalse();
        assertThat(model.banner().getValue()).isEmpty();
    }

    @Test
    void opensTheFirstSiteAndWhicheverIsChosen() {
        Site beach = Samples.site("sit_beach");
        model.offer(List.of(Samples.SITE, beach), List.of(), "");
        model.choose("sit_beach");
        assertThat(heard).containsExactly(Samples.SITE, beach);
        assertThat(model.siteName().getValue()).isEqualTo("sit_beach");
    }

    @Test
    void opensTheSiteThatWasOpenBefore() {
        Site beach = Samples.site("sit_beach");
        model.offer(List.of(Samples.SITE, beach), List.of(), "sit_beach");
        assertThat(heard).containsExactly(beach);
    }

    @Test
    void countsWhatWasRefused() {
        Samples.refuse(folder, new Mutation.CheckOut(new BookingId("bkg_a")));
        model.offer(List.of(Samples.SITE), List.of(), "");
        assertThat(model.refused().getValue()).isEqualTo(1);
        assertThat(model.refusedText().getValue()).isEqualTo("1 needs attention");
        model.decide();
        assertThat(heard).contains("decided");
    }

    @Test
    void saysThatTheStoreWasDamaged() throws IOException {
        Files.writeString(folder.resolve("store.count"), "1");
        model.offer(List.of(Samples.SITE), List.of(), "");
        assertThat(model.banner().getValue())
                .startsWith("The local store of this program was damaged")
                .contains("damaged-1.mv.db");
    }

    @Test
    void saysWhoseWorkWaits() {
        try (LocalStore store = LocalStore.open(folder)) {
            var mutation = new Mutation.CheckOut(new BookingId("bkg_a"));
            store.mutations().add("ann", "waiting", mutation.bookingId(), mutation, Samples.CLOCK.instant());
        }
        model.offer(List.of(Samples.SITE), List.of(), "");
        assertThat(model.banner().getValue()).endsWith("signs in here again: ann");
    }

    @Test
    void remembersHowItLookedAndSpoke() {
        model.wear(Theme.DARK);
        model.speak(Locale.GERMAN);
        assertThat(heard).containsExactly(Locale.GERMAN);
        assertThat(Preferences.read(runtime.settings()))
                .isEqualTo(new Preferences(Theme.DARK, Optional.of(Locale.GERMAN)));
    }

    @Test
    void opensTheOwnAccount() {
        model.openAccount();
        assertThat(heard).containsExactly("owned");
    }

    @Test
    void offersNothingToThoseWhoLeft() {
        model.offer(
                List.of(Samples.SITE),
                List.of(Choice.of("board", Choice.Section.DESK, "Board", "fth-calendar", () -> {})),
                "");
        model.signOut();
        assertThat(model.choices()).isEmpty();
        assertThat(model.siteName().getValue()).isEmpty();
        assertThat(heard).last().isEqualTo("left");
    }
}
