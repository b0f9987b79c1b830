package dev.keyrack.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.Connection;
import dev.keyrack.contract.availability.Availability;
import dev.keyrack.contract.availability.Calendar;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.check.CalmRobot;
import dev.keyrack.fx.check.Contrast;
import dev.keyrack.fx.check.Labels;
import dev.keyrack.fx.check.Picture;
import dev.keyrack.fx.check.Targets;
import dev.keyrack.kiosk.arrival.Reception;
import dev.keyrack.kiosk.attendant.DeviceAccount;
import dev.keyrack.kiosk.attendant.ExitCode;
import dev.keyrack.kiosk.flow.House;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.frame.Comfort;
import dev.keyrack.kiosk.payment.Till;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;

/// Every screen in every language, theme and shape: pictured, and held to what a stranger must be able to read and
/// touch.
class ScreensIT {

    /// 20 mm and 4 mm on a screen of 24 inches with 1080 by 1920 pixels.
    private static final double TARGET = 73;

    private static final double GAP = 14.5;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private static final FakeServer SERVER = new FakeServer();

    @SuppressWarnings("NullAway.Init")
    private static ClientRuntime runtime;

    @SuppressWarnings("NullAway.Init")
    private static House house;

    @SuppressWarnings("NullAway.Init")
    private KioskWindow window;

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    /// How a screen is looked at.
    private record Look(Locale language, boolean contrast, boolean reach, boolean wide) {

        String suffix() {
            return "-" + language.getLanguage()
                    + (wide ? "-landscape" : "")
                    + (reach ? "-reach" : "")
                    + (contrast ? "-contrast" : "");
        }
    }

    @BeforeAll
    static void open() throws TimeoutException, IOException {
        FxToolkit.registerPrimaryStage();
        SERVER.answer("availability/check", Samples.FREE);
        SERVER.answer("res_event/calendar", performances());
        SERVER.answer("res_appointment/calendar", Samples.appointments(3));
        SERVER.answer("/calendar", calendar());
        try (InputStream picture = Objects.requireNonNull(ScreensIT.class.getResourceAsStream("room.jpg"))) {
            SERVER.answer("room.jpg", picture.readAllBytes());
        }
        runtime = SERVER.runtime(folder, Samples.NOON);
        house = Samples.houseOfMany(folder);
    }

    @AfterAll
    static void close() {
        runtime.stop();
        house.copy().close();
        SERVER.close();
    }

    private static Calendar calendar() {
        return new Calendar(
                Samples.DOUBLE.id(),
                Grain.NIGHT,
                CurrencyUnit.EUR,
                IntStream.range(0, 17)
                        .mapToObj(day -> new Calendar.Entry(
                                Samples.TODAY.plusDays(day).toString(),
                                5,
                                day == 9 ? 5 : 2,
                                new BigDecimal(day % 7 > 3 ? "1149.00" : "120.00"),
                                true,
                                null))
                        .toList());
    }

    private static Calendar performances() {
        return Samples.calendar(
                Samples.SHOW,
                IntStream.range(1, 9)
                        .mapToObj(day -> Samples.performance(day, day == 2 ? 240 : 220 + day))
                        .toArray(Calendar.Entry[]::new));
    }

    static Stream<String> names() {
        return Scenes.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsAndTouchesWell(String name) {
        for (Look look : looks()) {
            // the next guest begins with everything as usual
            if (!look.reach() || !name.equals("welcome")) {
                show(name, look, runtime, house);
                judge(name, look);
            }
        }
    }

    @Test
    void saysThatNothingIsFree() {
        SERVER.answer(
                "availability/check",
                new Availability(
                        false, Samples.DOUBLE.id(), 0, new BigDecimal("120.00"), CurrencyUnit.EUR, null, 1, null));
        try {
            for (Look look : looks()) {
                show("offers", look, runtime, house);
                judge("offers-empty", look);
            }
            Look german = new Look(Locale.GERMAN, false, false, false);
            show("welcome", german, runtime, house);
            judge("welcome-full", german);
        } finally {
            SERVER.answer("availability/check", Samples.FREE);
        }
    }

    @Test
    void saysWhatStillWorksWithoutTheServer(@TempDir Path other) throws InterruptedException {
        ClientRuntime alone = Samples.cutOff(other);
        CountDownLatch gone = new CountDownLatch(1);
        alone.observeConnection(found -> {
            if (found == Connection.OFFLINE) {
                gone.countDown();
            }
        });
        alone.start();
        assertThat(gone.await(30, TimeUnit.SECONDS)).isTrue();
        for (Look look : looks()) {
            if (!look.reach()) {
                show("welcome", look, alone, house);
                judge("welcome-offline", look);
                leave();
                show("welcome", look, alone, null);
                judge("closed", look);
                leave();
            }
        }
        alone.stop();
    }

    private static List<Look> looks() {
        List<Look> looks = new ArrayList<>();
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            for (boolean contrast : List.of(false, true)) {
                looks.add(new Look(language, contrast, false, false));
                looks.add(new Look(language, contrast, false, true));
            }
            looks.add(new Look(language, false, true, false));
        }
        return looks;
    }

    private void judge(String name, Look look) {
        Picture.save(scene, name + look.suffix());
        String what = name + look.suffix();
        Parent top = CalmRobot.look(() ->
                scene.lookup("#stillThere") instanceof Parent asking && asking.isVisible() ? asking : scene.getRoot());
        assertThat(Labels.clipped(top)).as(what).isEmpty();
        assertThat(Labels.spilled(top)).as(what).isEmpty();
        assertThat(Contrast.faint(top, look.contrast() ? 7 : 4.5)).as(what).isEmpty();
        assertThat(Targets.faulty(top, TARGET, GAP)).as(what).isEmpty();
        assertThat(Targets.list(top)).as(what).isNotEmpty();
        if (look.reach()) {
            // what is typed is reached by the key that goes from field to field
            assertThat(Targets.list(top).stream()
                            .filter(target -> !target.button().getStyleClass().contains("field-value"))
                            .filter(target -> target.area().getMinY() < scene.getHeight() * 2 / 3 - 1))
                    .as(what)
                    .isEmpty();
        }
    }

    private void show(String name, Look look, ClientRuntime client, @Nullable House at) {
        Scenes.Scene wanted = Objects.requireNonNull(Scenes.all().get(name));
        CalmRobot.look(() -> {
            if (name.startsWith("staff")) {
                // forgets the wrong codes of the pictures before
                new ExitCode(runtime.settings(), Samples.NOON).set("4711");
            }
            Journey journey = Samples.journey();
            wanted.events().stream().filter(event -> !isIdle(event)).forEach(journey::tell);
            present(journey, look, client, at);
            wanted.events().stream().filter(ScreensIT::isIdle).forEach(journey::tell);
            wanted.touches().forEach(this::touch);
            layOut();
            return journey;
        });
    }

    /// The question whether somebody is still there comes over a screen that is shown.
    private static boolean isIdle(KioskEvent event) {
        return event instanceof KioskEvent.IdledFor;
    }

    private void present(Journey journey, Look look, ClientRuntime client, @Nullable House at) {
        UiTasks tasks = UiTasks.onCaller();
        Comfort comfort = new Comfort(look.language());
        comfort.contrastProperty().set(look.contrast());
        comfort.reachProperty().set(look.reach());
        KioskScreens screens = new KioskScreens(
                journey,
                client,
                Samples.NOON,
                tasks,
                comfort,
                new DeviceAccount(client),
                new Till(journey, client, tasks),
                new Reception(journey, client.api(), tasks));
        scene = look.wide() ? new Scene(new StackPane(), 1920, 1080) : new Scene(new StackPane(), 1080, 1920);
        window = new KioskWindow(scene, journey, comfort, screens);
        if (at != null) {
            screens.enter(at);
        }
        window.open();
        layOut();
    }

    private void layOut() {
        for (int i = 0; i < 3; i++) {
            scene.getRoot().resize(scene.getWidth(), scene.getHeight());
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    private void touch(String id) {
        Node key = Objects.requireNonNull(scene.lookup("#" + id), id);
        ((Button) key).fire();
        layOut();
    }

    @AfterEach
    void leave() {
        CalmRobot.look(() -> {
            window.close();
            return window;
        });
    }
}
