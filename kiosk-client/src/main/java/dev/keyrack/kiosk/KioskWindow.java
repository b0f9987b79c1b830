package dev.keyrack.kiosk;

import dev.keyrack.fx.Messages;
import dev.keyrack.fx.ViewLoader;
import dev.keyrack.fx.ViewModel;
import dev.keyrack.kiosk.flow.House;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskStep;
import dev.keyrack.kiosk.frame.Comfort;
import dev.keyrack.kiosk.frame.FrameController;
import dev.keyrack.kiosk.frame.FrameViewModel;
import dev.keyrack.kiosk.welcome.WelcomeViewModel;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Shows the screen of the step at which the guest stands, in the guest's language and theme.
final class KioskWindow {

    private final Scene scene;
    private final Journey journey;
    private final Comfort comfort;
    private final KioskScreens screens;
    private Messages messages;
    private @Nullable FrameController frame;
    private @Nullable ViewModel shown;
    private @Nullable Class<?> shownStep;

    KioskWindow(Scene scene, Journey journey, Comfort comfort, KioskScreens screens) {
        this.scene = scene;
        this.journey = journey;
        this.comfort = comfort;
        this.screens = screens;
        messages = Messages.of(KioskApp.class, comfort.languageProperty().get());
    }

    /// Begins to follow the guest.
    void open() {
        comfort.languageProperty().subscribe(language -> {
            messages = Messages.of(KioskApp.class, language);
            renew();
        });
        comfort.contrastProperty().subscribe(_ -> comfort.theme().wear(scene));
        journey.stepProperty().subscribe(this::follow);
    }

    /// From now on this house is shown, or that the kiosk is closed.
    void enter(@Nullable House house) {
        screens.enter(house);
        renew();
    }

    private void renew() {
        frame = null;
        shownStep = null;
        follow(journey.step());
    }

    /// The same screen goes on as it is.
    private void follow(KioskStep step) {
        if (step instanceof KioskStep.StillThere) {
            return;
        }
        if (step instanceof KioskStep.Attract && shownStep != null && shownStep != KioskStep.Attract.class) {
            comfort.forget();
        }
        if (step.getClass() == shownStep) {
            return;
        }
        shownStep = step.getClass();
        FrameController around = frame();
        close();
        KioskScreens.Screen next = screens.of(step, messages);
        shown = next.model();
        around.show(new ViewLoader(messages).load(next.controller()));
        next.model().onShow();
    }

    private FrameController frame() {
        FrameController present = frame;
        if (present == null) {
            present = new FrameController(new FrameViewModel(journey, comfort, messages, screens.houseName()));
            scene.setRoot(new ViewLoader(messages).load(present));
            frame = present;
        }
        return present;
    }

    /// Asks again for what may have changed on a screen that nobody touches.
    void refresh() {
        if (shown instanceof WelcomeViewModel welcome) {
            welcome.refresh();
        }
    }

    void close() {
        if (shown != null) {
            shown.onHide();
        }
    }
}
