package dev.keyrack.showcase;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.LaunchOptions;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.value.HoldId;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.kiosk.KioskApp;
import dev.keyrack.kiosk.attendant.DeviceAccount;
import dev.keyrack.kiosk.flow.GuestInput;
import dev.keyrack.kiosk.flow.House;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import dev.keyrack.kiosk.offer.OfferFinder;
import dev.keyrack.kiosk.offer.OffersViewModel;
import dev.keyrack.kiosk.offer.Photos;
import dev.keyrack.kiosk.offer.RoomViewModel;
import dev.keyrack.kiosk.offer.SoldOutViewModel;
import dev.keyrack.kiosk.payment.ReviewViewModel;
import dev.keyrack.kiosk.payment.Till;
import dev.keyrack.terminal.Gesture;
import dev.keyrack.terminal.TerminalSimulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;

/// Buys at a kiosk, by card at its terminal. The guest has seen the room free, and looks around for a while; what the
/// price is shown for is kept.
final class RacingKiosk implements Racer {

    private final Clock clock = Clock.systemUTC();
    private final UiTasks tasks = UiTasks.onCaller();
    private final Messages messages = Messages.of(KioskApp.class, Locale.ENGLISH);
    private final TerminalSimulator terminal;
    private final ClientRuntime runtime;
    private final House house;
    private final OfferFinder finder;
    private final Journey journey;
    private final Till till;
    private final IntSupplier looks;

    /// @param looks how often the guest looks around before the price
    RacingKiosk(URI server, Path folder, String code, IntSupplier looks) throws IOException {
        this.looks = looks;
        terminal = new TerminalSimulator(folder.resolve("terminal.journal"), 0);
        runtime = new ClientRuntime(
                LaunchOptions.of(
                        List.of("--server=" + server, "--folder=" + folder, "--terminal=" + terminal.address())),
                clock);
        runtime.start();
        var entered = (DeviceAccount.Entry.Entered) new DeviceAccount(runtime).enrol(code);
        house = new House(entered.site(), runtime.openCells(entered.site().id()), clock);
        finder = new OfferFinder(runtime.api().catalog(), house);
        journey = new Journey(clock, this::release);
        till = new Till(journey, runtime, tasks);
    }

    private void release(HoldId hold) {
        runtime.api().bookings().release(hold);
    }

    boolean knows(Resource room) {
        return house.listRooms().stream().anyMatch(each -> each.id().equals(room.id()));
    }

    @Override
    public void arrive(Resource room, StayRange night) {
        journey.tell(new KioskEvent.Cancel());
        journey.tell(new KioskEvent.Begin(house.today()));
        journey.tell(new KioskEvent.OtherDates());
        journey.tell(new KioskEvent.DatesChosen(night));
        var photos = new Photos(runtime.api().catalog(), tasks);
        var offers = new OffersViewModel(journey, finder, house, photos, tasks, messages);
        offers.onShow();
        offers.choose(offers.cards().stream()
                .filter(card -> card.offer().resource().id().equals(room.id()))
                .findFirst()
                .orElseThrow());
        new RoomViewModel(journey, photos, house, messages).take();
        journey.tell(new KioskEvent.Typed(new GuestInput("Karl", "Kiosk", "", "")));
    }

    @Override
    public void race() {
        for (int i = looks.getAsInt(); i > 0; i--) {
            finder.find(journey.require(KioskStep.Details.class).visit().dates());
        }
        journey.tell(new KioskEvent.DetailsGiven());
        var review = new ReviewViewModel(journey, runtime.api().bookings(), till, house, tasks, messages);
        review.onShow();
        if (journey.find(KioskStep.Review.class).isPresent()) {
            terminal.gesture(Gesture.APPROVE);
            review.pay();
        }
        review.onHide();
    }

    @Override
    public boolean isSold() {
        return journey.find(KioskStep.Ticket.class).isPresent();
    }

    private SoldOutViewModel soldOut() {
        return new SoldOutViewModel(journey, finder, house, tasks, messages);
    }

    @Override
    public String told() {
        return soldOut().text();
    }

    @Override
    public List<LocalDate> alternatives() {
        return soldOut().choices().stream()
                .map(each -> ((StayRange) each.period()).checkIn())
                .toList();
    }

    /// The payments whose money moved.
    int countPaid() {
        return terminal.listApproved().size();
    }

    @Override
    public void close() {
        runtime.stop();
        terminal.close();
    }
}
