package dev.keyrack.kiosk.frame;

import dev.keyrack.fx.Messages;
import dev.keyrack.fx.ViewModel;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;

/// A calm word when the server does not answer, or when the program itself has failed.
public final class NoticeViewModel implements ViewModel {

    private final Journey journey;
    private final Messages messages;
    private final boolean broken;

    public NoticeViewModel(Journey journey, Messages messages) {
        this.journey = journey;
        this.messages = messages;
        broken = journey.step() instanceof KioskStep.Broken;
    }

    @Override
    public void onShow() {}

    @Override
    public void onHide() {}

    public String icon() {
        return broken ? "fth-life-buoy" : "fth-cloud-off";
    }

    public String title() {
        return broken ? messages.text("frame.broken.title") : messages.text("frame.silent.title");
    }

    public String text() {
        return broken ? messages.text("frame.broken.text") : messages.text("frame.silent.text");
    }

    public String actionText() {
        return broken ? messages.text("frame.broken.action") : messages.text("frame.silent.action");
    }

    /// Tries again where the guest stood, or begins anew.
    public void act() {
        journey.tell(broken ? new KioskEvent.Cancel() : new KioskEvent.TryAgain());
    }
}
