package dev.keyrack.kiosk.frame;

import dev.keyrack.fx.Messages;
import dev.keyrack.fx.ViewModel;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;

/// What surrounds every question: how far one is, the way back and out, and what makes the screen easier to use.
public final class FrameViewModel implements ViewModel {

    private final Journey journey;
    private final Comfort comfort;
    private final Messages messages;
    private final String house;

    public FrameViewModel(Journey journey, Comfort comfort, Messages messages, String house) {
        this.journey = journey;
        this.comfort = comfort;
        this.messages = messages;
        this.house = house;
    }

    @Override
    public void onShow() {}

    @Override
    public void onHide() {}

    public String house() {
        return house;
    }

    /// The stations of a sale, in their order.
    public List<String> stations() {
        return List.of(
                messages.text("frame.progress.choice"),
                messages.text("frame.progress.guest"),
                messages.text("frame.progress.price"),
                messages.text("frame.progress.ticket"));
    }

    /// Which station the guest is at, counted from 0; -1 where there is none.
    public ObservableValue<Integer> station() {
        return journey.stepProperty().map(FrameViewModel::stationOf);
    }

    private static int stationOf(KioskStep step) {
        return switch (step) {
            case KioskStep.Offers _,
                    KioskStep.ChoosingDates _,
                    KioskStep.ChoosingTime _,
                    KioskStep.Room _,
                    KioskStep.SoldOut _ -> 0;
            case KioskStep.Details _ -> 1;
            case KioskStep.Review _,
                    KioskStep.Paying _,
                    KioskStep.NotPaid _,
                    KioskStep.NotBooked _,
                    KioskStep.MoneyOpen _ -> 2;
            case KioskStep.Ticket _ -> 3;
            case KioskStep.StillThere(KioskStep before) -> stationOf(before);
            case KioskStep.ServerGone(KioskStep before) -> stationOf(before);
            default -> -1;
        };
    }

    /// Whether there is anything around the question at all: the first screen and the set-up stand alone.
    public ObservableValue<Boolean> framed() {
        return journey.stepProperty()
                .map(step -> !(step instanceof KioskStep.Attract) && !(step instanceof KioskStep.SettingUp));
    }

    public ObservableValue<Boolean> backAllowed() {
        return journey.stepProperty().map(FrameViewModel::hasBack);
    }

    private static boolean hasBack(KioskStep step) {
        return switch (step) {
            case KioskStep.Offers _,
                    KioskStep.ChoosingDates _,
                    KioskStep.ChoosingTime _,
                    KioskStep.Room _,
                    KioskStep.Details _,
                    KioskStep.Review _,
                    KioskStep.SoldOut _,
                    KioskStep.NotPaid _,
                    KioskStep.NotBooked _,
                    KioskStep.FindingBooking _,
                    KioskStep.Arriving _,
                    KioskStep.Leaving _ -> true;
            case KioskStep.StillThere(KioskStep before) -> hasBack(before);
            default -> false;
        };
    }

    public ObservableValue<Boolean> cancelAllowed() {
        return journey.stepProperty().map(step -> switch (step) {
            case KioskStep.Attract _,
                    KioskStep.SettingUp _,
                    KioskStep.Paying _,
                    KioskStep.MoneyOpen _,
                    KioskStep.PayingBalance _,
                    KioskStep.Ticket _,
                    KioskStep.CheckedIn _,
                    KioskStep.Broken _ -> false;
            default -> true;
        });
    }

    /// Whether the guest is asked if there is anybody.
    public ObservableValue<Boolean> asking() {
        return journey.stepProperty().map(step -> step instanceof KioskStep.StillThere);
    }

    public BooleanProperty contrastProperty() {
        return comfort.contrastProperty();
    }

    public BooleanProperty reachProperty() {
        return comfort.reachProperty();
    }

    /// The other language, by its own name.
    public String otherLanguage() {
        Locale other = other();
        return other.getDisplayLanguage(other);
    }

    private Locale other() {
        return messages.locale().getLanguage().equals("de") ? Locale.ENGLISH : Locale.GERMAN;
    }

    public void useOtherLanguage() {
        comfort.languageProperty().set(other());
    }

    public void switchContrast() {
        comfort.switchContrast();
    }

    public void switchReach() {
        comfort.reachProperty().set(!comfort.reachProperty().get());
    }

    public void back() {
        journey.tell(new KioskEvent.Back());
    }

    public void cancel() {
        journey.tell(new KioskEvent.Cancel());
    }

    public void stay() {
        journey.touch();
    }
}
