package dev.keyrack.kiosk.arrival;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.ServerApi;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.stay.FindArrival;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.kiosk.flow.ArrivalInput;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskFlow;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Looks for the booking of an arriving guest, by ticket or by code and name.
public final class Reception {

    private final Journey journey;
    private final ServerApi api;
    private final UiTasks tasks;
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(Notice.NONE);

    /// What is said below the fields.
    public enum Notice {
        NONE,
        LOOKING,
        NOT_FOUND,
        TRY_LATER
    }

    public Reception(Journey journey, ServerApi api, UiTasks tasks) {
        this.journey = journey;
        this.api = api;
        this.tasks = tasks;
    }

    public ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// Nothing has been asked yet.
    void clear() {
        notice.set(Notice.NONE);
    }

    /// A ticket was scanned, wherever the guest stands.
    public void scan(BookingId id) {
        if (KioskFlow.isPaying(journey.step())) {
            return;
        }
        journey.tell(new KioskEvent.HasBooking());
        look(() -> api.bookings().get(id), booking -> journey.tell(new KioskEvent.Scanned(booking)));
    }

    void find(ArrivalInput asked) {
        look(
                () -> api.bookings().findArrival(new FindArrival(asked.code(), asked.lastName())),
                booking -> journey.tell(new KioskEvent.Found(asked, booking)));
    }

    private void look(Callable<ApiOutcome<Booking>> question, Consumer<Booking> found) {
        notice.set(Notice.LOOKING);
        tasks.run(question).onDone(outcome -> tell(outcome, found)).onFailed(failure -> silent());
    }

    private void tell(ApiOutcome<Booking> outcome, Consumer<Booking> found) {
        switch (outcome) {
            case ApiOutcome.Answered<Booking>(Booking booking) -> {
                notice.set(Notice.NONE);
                found.accept(booking);
            }
            case ApiOutcome.Refused<Booking>(Problem problem) ->
                notice.set(
                        problem.type() == ProblemType.TOO_MANY_REQUESTS || problem.status() >= 500
                                ? Notice.TRY_LATER
                                : Notice.NOT_FOUND);
            case ApiOutcome.Unanswered<Booking> _ -> silent();
        }
    }

    private void silent() {
        notice.set(Notice.NONE);
        journey.tell(new KioskEvent.Silent());
    }
}
