package dev.keyrack.kiosk.ticket;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.BookingApi;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.CreatedBooking;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.fx.Amounts;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import dev.keyrack.kiosk.flow.House;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import dev.keyrack.kiosk.flow.Visit;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The ticket: what was bought, the code for coming in, and whether it is printed.
public final class TicketViewModel implements ViewModel {

    private final Journey journey;
    private final BookingApi bookings;
    private final ReceiptPrinter printer;
    private final House house;
    private final UiTasks tasks;
    private final Messages messages;
    private final CreatedBooking booking;
    private final Visit visit;
    private final ReadOnlyStringWrapper paper = new ReadOnlyStringWrapper("");

    public TicketViewModel(
            Journey journey,
            BookingApi bookings,
            ReceiptPrinter printer,
            House house,
            UiTasks tasks,
            Messages messages) {
        this.journey = journey;
        this.bookings = bookings;
        this.printer = printer;
        this.house = house;
        this.tasks = tasks;
        this.messages = messages;
        KioskStep.Ticket ticket = journey.require(KioskStep.Ticket.class);
        booking = ticket.booking();
        visit = ticket.visit();
    }

    @Override
    public void onShow() {
        paper.set(messages.text("ticket.paper.printing"));
        tasks.run(() -> printer.print(booking.bookingId()))
                .onDone(this::printed)
                .onFailed(failure -> printed(ReceiptPrinter.Outcome.FAILED));
    }

    @Override
    public void onHide() {}

    private void printed(ReceiptPrinter.Outcome outcome) {
        boolean mailed = !visit.guest().email().isBlank();
        paper.set(
                switch (outcome) {
                    case PRINTED -> messages.text("ticket.paper.printed");
                    case NO_PRINTER ->
                        mailed
                                ? messages.text(
                                        "ticket.paper.mailed", visit.guest().email())
                                : messages.text("ticket.paper.photo");
                    case FAILED -> messages.text("ticket.paper.failed");
                });
    }

    public String title() {
        return booking.status() == BookingStatus.CONFIRMED
                ? messages.text("ticket.view.thanks", visit.guest().firstName().strip())
                : messages.text("ticket.view.requested");
    }

    public String room() {
        String title = visit.requireOffer().title();
        int count = visit.party().rooms();
        return count == 1 ? title : messages.text("ticket.view.several", count, title);
    }

    public String stay() {
        return house.words(visit.period(), new Dates(messages.locale()));
    }

    public String paid() {
        return messages.text(
                "ticket.view.paid", new Amounts(messages.locale()).format(booking.totalPrice(), booking.currency()));
    }

    public String code() {
        return booking.confirmationCode();
    }

    public QrCode qr() {
        return QrCode.of(booking.bookingId().value());
    }

    public ReadOnlyStringProperty paperProperty() {
        return paper.getReadOnlyProperty();
    }

    /// Whether the guest can have the room at once.
    public boolean checkInAllowed() {
        return booking.status() == BookingStatus.CONFIRMED
                && visit.period() instanceof StayRange nights
                && nights.checkIn().equals(house.today());
    }

    public void checkIn() {
        tasks.run(() -> bookings.get(booking.bookingId()))
                .onDone(this::found)
                .onFailed(failure -> paper.set(messages.text("ticket.paper.silence")));
    }

    private void found(ApiOutcome<Booking> outcome) {
        if (outcome instanceof ApiOutcome.Answered<Booking>(Booking now)) {
            journey.tell(new KioskEvent.Scanned(now));
        } else {
            paper.set(messages.text("ticket.paper.silence"));
        }
    }

    public void finish() {
        journey.tell(new KioskEvent.Cancel());
    }
}
