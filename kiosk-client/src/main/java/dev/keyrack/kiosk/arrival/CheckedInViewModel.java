package dev.keyrack.kiosk.arrival;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.ViewModel;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import java.time.LocalDate;
import java.util.Objects;

/// The guest is in: this is the room.
public final class CheckedInViewModel implements ViewModel {

    private final Journey journey;
    private final Messages messages;
    private final Booking booking;

    public CheckedInViewModel(Journey journey, Messages messages) {
        this.journey = journey;
        this.messages = messages;
        booking = journey.require(KioskStep.CheckedIn.class).booking();
    }

    @Override
    public void onShow() {}

    @Override
    public void onHide() {}

    public String title() {
        return messages.text("arrival.in.title", booking.userDetails().firstName());
    }

    /// The name of the unit, or empty where none was given.
    public String unit() {
        return Objects.requireNonNullElse(booking.unitName(), "");
    }

    public String text() {
        if (!booking.ofNights()) {
            return messages.text("arrival.in.enjoy");
        }
        return booking.unitName() == null
                ? messages.text("arrival.in.nounit")
                : messages.text(
                        "arrival.in.until", new Dates(messages.locale()).day(LocalDate.parse(booking.endDate())));
    }

    public void finish() {
        journey.tell(new KioskEvent.Cancel());
    }
}
