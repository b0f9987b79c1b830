package dev.keyrack.kiosk;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import dev.keyrack.kiosk.arrival.ArrivingController;
import dev.keyrack.kiosk.arrival.ArrivingViewModel;
import dev.keyrack.kiosk.arrival.CheckedInController;
import dev.keyrack.kiosk.arrival.CheckedInViewModel;
import dev.keyrack.kiosk.arrival.FindController;
import dev.keyrack.kiosk.arrival.FindViewModel;
import dev.keyrack.kiosk.arrival.Reception;
import dev.keyrack.kiosk.attendant.DeviceAccount;
import dev.keyrack.kiosk.attendant.ExitCode;
import dev.keyrack.kiosk.attendant.LeavingController;
import dev.keyrack.kiosk.attendant.LeavingViewModel;
import dev.keyrack.kiosk.attendant.SetUpController;
import dev.keyrack.kiosk.attendant.SetUpViewModel;
import dev.keyrack.kiosk.dates.DatesController;
import dev.keyrack.kiosk.dates.DatesViewModel;
import dev.keyrack.kiosk.dates.TimesController;
import dev.keyrack.kiosk.dates.TimesViewModel;
import dev.keyrack.kiosk.details.DetailsController;
import dev.keyrack.kiosk.details.DetailsViewModel;
import dev.keyrack.kiosk.flow.House;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import dev.keyrack.kiosk.frame.Comfort;
import dev.keyrack.kiosk.frame.NoticeController;
import dev.keyrack.kiosk.frame.NoticeViewModel;
import dev.keyrack.kiosk.offer.OfferFinder;
import dev.keyrack.kiosk.offer.OffersController;
import dev.keyrack.kiosk.offer.OffersViewModel;
import dev.keyrack.kiosk.offer.Photos;
import dev.keyrack.kiosk.offer.RoomController;
import dev.keyrack.kiosk.offer.RoomViewModel;
import dev.keyrack.kiosk.offer.SoldOutController;
import dev.keyrack.kiosk.offer.SoldOutViewModel;
import dev.keyrack.kiosk.payment.ReviewController;
import dev.keyrack.kiosk.payment.ReviewViewModel;
import dev.keyrack.kiosk.payment.TerminalController;
import dev.keyrack.kiosk.payment.TerminalViewModel;
import dev.keyrack.kiosk.payment.Till;
import dev.keyrack.kiosk.ticket.ReceiptPrinter;
import dev.keyrack.kiosk.ticket.TicketController;
import dev.keyrack.kiosk.ticket.TicketViewModel;
import dev.keyrack.kiosk.welcome.ClosedController;
import dev.keyrack.kiosk.welcome.WelcomeController;
import dev.keyrack.kiosk.welcome.WelcomeViewModel;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Makes the screen of each step.
final class KioskScreens {

    private final Journey journey;
    private final ClientRuntime runtime;
    private final Clock clock;
    private final UiTasks tasks;
    private final Comfort comfort;
    private final DeviceAccount account;
    private final Till till;
    private final Reception reception;
    private final Photos photos;
    private @Nullable House house;
    private Runnable end = () -> {};
    private Consumer<Site> entered = site -> {};

    /// A view model, and the controller that binds its view.
    record Screen(ViewModel model, Object controller) {}

    KioskScreens(
            Journey journey,
            ClientRuntime runtime,
            Clock clock,
            UiTasks tasks,
            Comfort comfort,
            DeviceAccount account,
            Till till,
            Reception reception) {
        this.journey = journey;
        this.runtime = runtime;
        this.clock = clock;
        this.tasks = tasks;
        this.comfort = comfort;
        this.account = account;
        this.till = till;
        this.reception = reception;
        photos = new Photos(runtime.api().catalog(), tasks);
    }

    void onEnd(Runnable action) {
        end = action;
    }

    void onSite(Consumer<Site> action) {
        entered = action;
    }

    /// @param found null while this kiosk may sell nothing
    void enter(@Nullable House found) {
        house = found;
    }

    String houseName() {
        return house == null ? "" : house.site().name();
    }

    private House house() {
        return Objects.requireNonNull(house);
    }

    private OfferFinder finder() {
        return new OfferFinder(runtime.api().catalog(), house());
    }

    Screen of(KioskStep step, Messages messages) {
        return switch (step) {
            case KioskStep.SettingUp _ -> {
                var model = new SetUpViewModel(runtime, account, tasks, messages, clock, entered);
                yield new Screen(model, new SetUpController(model));
            }
            case KioskStep.Attract _ -> house == null ? closed() : welcome(messages);
            case KioskStep.Selling selling -> selling(selling, messages);
            case KioskStep.Ticket _ -> {
                var printer = new ReceiptPrinter(runtime.api().bookings(), account::printerFolder);
                var model = new TicketViewModel(journey, runtime.api().bookings(), printer, house(), tasks, messages);
                yield new Screen(model, new TicketController(model));
            }
            case KioskStep.FindingBooking _ -> {
                var model = new FindViewModel(journey, reception, messages);
                yield new Screen(model, new FindController(model));
            }
            case KioskStep.Arriving _ -> {
                var model = new ArrivingViewModel(journey, runtime.api(), till, house(), tasks, messages);
                yield new Screen(model, new ArrivingController(model));
            }
            case KioskStep.PayingBalance _ -> terminal(messages);
            case KioskStep.CheckedIn _ -> {
                var model = new CheckedInViewModel(journey, messages);
                yield new Screen(model, new CheckedInController(model));
            }
            case KioskStep.Leaving _ -> {
                var model = new LeavingViewModel(
                        journey, () -> new ExitCode(runtime.settings(), clock), tasks, messages, end);
                yield new Screen(model, new LeavingController(model));
            }
            case KioskStep.ServerGone _, KioskStep.Broken _, KioskStep.StillThere _ -> {
                var model = new NoticeViewModel(journey, messages);
                yield new Screen(model, new NoticeController(model));
            }
        };
    }

    private Screen selling(KioskStep.Selling step, Messages messages) {
        return switch (step) {
            case KioskStep.Offers _ -> {
                var model = new OffersViewModel(journey, finder(), house(), photos, tasks, messages);
                yield new Screen(model, new OffersController(model));
            }
            case KioskStep.ChoosingDates _ -> {
                var model = new DatesViewModel(journey, finder(), house(), tasks, messages);
                yield new Screen(model, new DatesController(model));
            }
            case KioskStep.ChoosingTime _ -> {
                var model = new TimesViewModel(journey, finder(), house(), tasks, messages);
                yield new Screen(model, new TimesController(model));
            }
            case KioskStep.Room _ -> {
                var model = new RoomViewModel(journey, photos, house(), messages);
                yield new Screen(model, new RoomController(model));
            }
            case KioskStep.Details _ -> {
                var model = new DetailsViewModel(journey, messages);
                yield new Screen(model, new DetailsController(model));
            }
            case KioskStep.Review _ -> {
                var model = new ReviewViewModel(journey, runtime.api().bookings(), till, house(), tasks, messages);
                yield new Screen(model, new ReviewController(model));
            }
            case KioskStep.SoldOut _ -> {
                var model = new SoldOutViewModel(journey, finder(), house(), tasks, messages);
                yield new Screen(model, new SoldOutController(model));
            }
            case KioskStep.Paying _, KioskStep.MoneyOpen _, KioskStep.NotPaid _, KioskStep.NotBooked _ ->
                terminal(messages);
        };
    }

    private Screen terminal(Messages messages) {
        var model = new TerminalViewModel(journey, till, messages);
        return new Screen(model, new TerminalController(model));
    }

    private Screen welcome(Messages messages) {
        var model = new WelcomeViewModel(journey, house(), runtime, photos, tasks, messages);
        return new Screen(
                model, new WelcomeController(model, comfort.languageProperty()::set, comfort::switchContrast));
    }

    private Screen closed() {
        return new Screen(new Unbound(), new ClosedController(() -> journey.tell(new KioskEvent.AttendantCame())));
    }

    /// A screen that nothing changes on.
    private static final class Unbound implements ViewModel {

        @Override
        public void onShow() {}

        @Override
        public void onHide() {}
    }
}
