package dev.keyrack.kiosk;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.LaunchOptions;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.HoldId;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.kiosk.arrival.Reception;
import dev.keyrack.kiosk.arrival.ScanReader;
import dev.keyrack.kiosk.attendant.DeviceAccount;
import dev.keyrack.kiosk.flow.House;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskFlow;
import dev.keyrack.kiosk.flow.KioskStep;
import dev.keyrack.kiosk.frame.Comfort;
import dev.keyrack.kiosk.frame.LockDown;
import dev.keyrack.kiosk.payment.Till;
import java.time.Clock;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;

/// Puts the kiosk program together, by hand and in one place, and shows the screen of each step.
final class KioskAssembly {

    private static final int WIDTH = 1080;
    private static final int HEIGHT = 1920;
    private static final int RETRY_SECONDS = 5;
    private static final int REFRESH_SECONDS = 60;

    private final ClientRuntime runtime;
    private final Clock clock;
    private final UiTasks tasks = UiTasks.onScreen();
    private final Journey journey;
    private final Comfort comfort;
    private final DeviceAccount account;
    private final Till till;
    private final Reception reception;
    private final Scene scene = new Scene(new StackPane(), WIDTH, HEIGHT);
    private final Timeline seconds = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));
    private final KioskScreens screens;
    private final KioskWindow window;
    private boolean waiting;
    private boolean ended;
    private boolean retired;
    private int elapsed;

    KioskAssembly(LaunchOptions options, Clock clock) {
        this.clock = clock;
        runtime = new ClientRuntime(options, clock);
        comfort = new Comfort(Messages.of(KioskApp.class, options.language()).locale());
        journey = new Journey(clock, this::release);
        account = new DeviceAccount(runtime);
        till = new Till(journey, runtime, tasks);
        reception = new Reception(journey, runtime.api(), tasks);
        screens = new KioskScreens(journey, runtime, clock, tasks, comfort, account, till, reception);
        window = new KioskWindow(scene, journey, comfort, screens);
    }

    private void release(HoldId hold) {
        tasks.run(() -> runtime.api().bookings().release(hold))
                .onDone(released -> {})
                .onFailed(failure -> System.getLogger(KioskApp.class.getName())
                        .log(System.Logger.Level.WARNING, "A hold was not given back; it ends by itself", failure));
    }

    void show(Stage stage) {
        UiTasks.onUncaught(failure -> journey.tell(new KioskEvent.Broke()));
        ScanReader scans = new ScanReader();
        LockDown.lock(scene, journey::touch, typed -> scans.accept(typed).ifPresent(reception::scan));
        stage.setTitle(
                Messages.of(KioskApp.class, comfort.languageProperty().get()).text("welcome.window.title"));
        stage.setScene(scene);
        LockDown.lock(stage);
        screens.onEnd(stage::close);
        screens.onSite(this::enter);
        window.open();
        stage.show();
        runtime.api().onDeviceEnded(this::end);
        runtime.start();
        seconds.setCycleCount(Animation.INDEFINITE);
        seconds.play();
        tasks.run(account::isKnown).onDone(this::begin).onFailed(failure -> journey.tell(new KioskEvent.Broke()));
    }

    private void begin(boolean known) {
        if (known) {
            signIn();
        } else {
            journey.tell(new KioskEvent.SetUpAgain());
        }
    }

    private void signIn() {
        waiting = false;
        tasks.run(account::signIn)
                .onDone(entry -> {
                    switch (entry) {
                        case DeviceAccount.Entry.Entered(Site site) -> enter(site);
                        case DeviceAccount.Entry.Silent _, DeviceAccount.Entry.Retired _ -> waiting = true;
                        case DeviceAccount.Entry.Refused _ -> ended = true;
                    }
                })
                .onFailed(failure -> waiting = true);
    }

    /// A lost device deletes what it has, and is a new one. A retired one is closed until it is put back.
    private void end(ProblemType reason) {
        if (reason == ProblemType.DEVICE_LOST) {
            tasks.run(() -> {
                        runtime.wipe();
                        return reason;
                    })
                    .onDone(done -> ended = true)
                    .onFailed(failure -> journey.tell(new KioskEvent.Broke()));
        } else {
            tasks.show(() -> retired = true);
        }
    }

    private void enter(Site site) {
        tasks.run(() -> {
                    runtime.sales();
                    return new House(site, runtime.openCells(site.id()), clock);
                })
                .onDone(house -> {
                    ended = false;
                    window.enter(house);
                    journey.tell(new KioskEvent.SetUpDone());
                })
                .onFailed(failure -> journey.tell(new KioskEvent.Broke()));
    }

    private void tick() {
        elapsed++;
        journey.tick();
        till.tick();
        if (journey.step() instanceof KioskStep.Attract && journey.idle().compareTo(KioskFlow.ENDS_AFTER) >= 0) {
            comfort.forget();
        }
        if (retired && journey.step() instanceof KioskStep.Attract) {
            retired = false;
            waiting = true;
            window.enter(null);
        }
        if (ended) {
            journey.tell(new KioskEvent.SetUpAgain());
        } else if (waiting && elapsed % RETRY_SECONDS == 0) {
            signIn();
        }
        if (elapsed % REFRESH_SECONDS == 0) {
            window.refresh();
        }
    }

    void stop() {
        seconds.stop();
        window.close();
        runtime.stop();
    }
}
