package dev.keyrack.kiosk.payment;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.sale.Sale;
import dev.keyrack.client.sale.SaleOutcome;
import dev.keyrack.contract.availability.Hold;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.CreateBooking;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskFlow;
import dev.keyrack.kiosk.flow.KioskStep;
import dev.keyrack.kiosk.flow.Visit;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes the money. What was begun here is followed to its end and told to the guest who paid, whatever the screen
/// shows meanwhile; what is durable belongs to the runtime's sale flow.
public final class Till {

    private final Journey journey;
    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private @Nullable Sale sale;
    private @Nullable Booking settled;
    private boolean asking;
    private boolean stopped;

    public Till(Journey journey, ClientRuntime runtime, UiTasks tasks) {
        this.journey = journey;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /// Sells what is kept for the guest: the hold is made longer first, so that it cannot end at the terminal.
    public void pay(Visit visit) {
        Hold hold = Objects.requireNonNull(visit.hold());
        if (!hold.extendable()) {
            begin(visit, hold);
            return;
        }
        tasks.run(() -> runtime.api().bookings().extend(hold.holdId()))
                .onDone(outcome -> extended(visit, outcome))
                .onFailed(failure -> journey.tell(new KioskEvent.Silent()));
    }

    private void extended(Visit visit, ApiOutcome<Hold> outcome) {
        switch (outcome) {
            case ApiOutcome.Answered<Hold>(Hold longer) -> {
                // it can be made longer once only: the next attempt must know that
                journey.tell(new KioskEvent.Held(visit, longer));
                begin(visit, longer);
            }
            case ApiOutcome.Refused<Hold> _ -> journey.tell(new KioskEvent.HoldEnded());
            case ApiOutcome.Unanswered<Hold> _ -> journey.tell(new KioskEvent.Silent());
        }
    }

    private void begin(Visit visit, Hold hold) {
        var request = new CreateBooking(
                hold.resourceId(),
                hold.startDate(),
                hold.endDate(),
                hold.quantity(),
                visit.guest().toDetails(),
                CreateBooking.PaymentMethod.CREDIT_CARD,
                null,
                hold.holdId(),
                visit.party().guests(),
                null,
                null,
                null);
        Sale begun = Sale.of(request, hold.totalPrice(), hold.currency());
        journey.tell(new KioskEvent.PaymentBegan(begun.id()));
        if (journey.find(KioskStep.Paying.class).isPresent()) {
            settled = null;
            run(begun);
        }
    }

    /// Takes what a booking still owes.
    public void settle(Booking booking) {
        BigDecimal owed = booking.totalPrice().subtract(booking.paidAmount());
        Sale begun = Sale.settling(booking.bookingId(), owed, booking.currency());
        journey.tell(new KioskEvent.BalanceBegan(begun.id()));
        if (journey.find(KioskStep.PayingBalance.class).isPresent()) {
            settled = booking;
            run(begun);
        }
    }

    private void run(Sale begun) {
        sale = begun;
        asking = true;
        stopped = false;
        tasks.run(() -> runtime.sales().sell(begun))
                .onDone(outcome -> ended(begun, outcome))
                .onFailed(failure -> silent(begun));
    }

    /// Asks the terminal to stop; what it answers decides.
    public void stop() {
        Sale running = sale;
        if (running != null && !stopped) {
            stopped = true;
            tasks.run(() -> {
                        runtime.sales().abort(running);
                        return running;
                    })
                    .onDone(done -> stopped = true)
                    .onFailed(failure -> stopped = false);
        }
    }

    /// To be called every second: goes on asking for an outcome that is still open.
    public void tick() {
        Sale open = sale;
        if (open != null && !asking && KioskFlow.isPaying(journey.step())) {
            asking = true;
            tasks.run(() -> runtime.sales().resume(open.id()))
                    .onDone(found -> resumed(open, found))
                    .onFailed(failure -> silent(open));
        }
    }

    private void resumed(Sale open, Optional<SaleOutcome> found) {
        found.ifPresentOrElse(outcome -> ended(open, outcome), () -> asking = false);
    }

    private void silent(Sale open) {
        ended(open, new SaleOutcome.Open(Sale.State.PAYING));
    }

    private void ended(Sale done, SaleOutcome outcome) {
        asking = false;
        boolean open = outcome instanceof SaleOutcome.Open;
        if (!open) {
            sale = null;
        }
        Booking paidFor = settled;
        if (paidFor == null) {
            journey.tell(new KioskEvent.SaleEnded(done.id(), outcome));
        } else if (open) {
            journey.tell(new KioskEvent.BalanceOpen(done.id()));
        } else {
            reload(done, paidFor, outcome);
        }
    }

    private void reload(Sale done, Booking paidFor, SaleOutcome outcome) {
        tasks.run(() -> runtime.api().bookings().get(paidFor.bookingId()))
                .onDone(found -> journey.tell(new KioskEvent.BalanceEnded(
                        done.id(),
                        found instanceof ApiOutcome.Answered<Booking>(Booking now) ? now : paidFor,
                        outcome)))
                .onFailed(failure -> journey.tell(new KioskEvent.BalanceEnded(done.id(), paidFor, outcome)));
    }
}
