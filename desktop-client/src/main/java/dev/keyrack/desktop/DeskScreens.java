package dev.keyrack.desktop;

import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.desktop.account.AccountController;
import dev.keyrack.desktop.account.AccountViewModel;
import dev.keyrack.desktop.admin.audit.AuditViewModel;
import dev.keyrack.desktop.agenda.AgendaController;
import dev.keyrack.desktop.agenda.AgendaViewModel;
import dev.keyrack.desktop.agenda.FreeTime;
import dev.keyrack.desktop.agenda.PerformancesController;
import dev.keyrack.desktop.agenda.PerformancesViewModel;
import dev.keyrack.desktop.attention.AttentionController;
import dev.keyrack.desktop.attention.AttentionViewModel;
import dev.keyrack.desktop.board.BoardController;
import dev.keyrack.desktop.board.BoardViewModel;
import dev.keyrack.desktop.booking.BookingViewModel;
import dev.keyrack.desktop.change.ChangeController;
import dev.keyrack.desktop.change.ChangeViewModel;
import dev.keyrack.desktop.day.DayController;
import dev.keyrack.desktop.day.DayViewModel;
import dev.keyrack.desktop.guest.GuestController;
import dev.keyrack.desktop.guest.GuestViewModel;
import dev.keyrack.desktop.plan.WalkIn;
import dev.keyrack.desktop.proof.ProofViewModel;
import dev.keyrack.desktop.sale.SaleController;
import dev.keyrack.desktop.sale.SaleViewModel;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.ViewLoader;
import dev.keyrack.fx.ViewModel;
import java.util.function.Consumer;
import javafx.scene.Parent;

/// The screens of those who work at the desk.
final class DeskScreens {

    private final Messages messages;
    private final BookingViewModel booking;
    private final ChangeViewModel changes;
    private final BoardViewModel board;
    private final SaleViewModel sale;
    private final DayViewModel day;
    private final AgendaViewModel agenda;
    private final PerformancesViewModel performances;
    private final GuestViewModel guests;
    private final AttentionViewModel attention;
    private final AccountViewModel account;
    private final AdminScreens admin;

    /// What the screens ask of whoever shows them.
    ///
    /// @param walkedIn is given the empty nights that were chosen
    /// @param timed is given the appointment or performance that is to be sold
    /// @param sold is called when somebody leaves a sale
    /// @param decided is called where something refused needs a decision
    record Turns(Consumer<WalkIn> walkedIn, Consumer<FreeTime> timed, Runnable sold, Runnable decided) {}

    /// @param proof is asked where a sign-in is too old
    DeskScreens(Surroundings around, Messages messages, Turns turns, ProofViewModel proof) {
        this.messages = messages;
        var runtime = around.runtime();
        var tasks = around.tasks();
        var clock = around.clock();
        booking = new BookingViewModel(runtime, tasks, messages, clock);
        changes = new ChangeViewModel(runtime, tasks, messages);
        Consumer<Booking> chosen = booking::show;
        board = new BoardViewModel(runtime, tasks, messages, clock, chosen, turns.walkedIn(), changes);
        sale = new SaleViewModel(
                runtime, tasks, messages, clock, new SaleViewModel.Ways(turns.sold(), chosen, around.receipts()));
        day = new DayViewModel(runtime, tasks, messages, clock, chosen, turns.decided());
        agenda = new AgendaViewModel(runtime, tasks, messages, clock, chosen, turns.timed());
        performances = new PerformancesViewModel(runtime, tasks, messages, clock, chosen, turns.timed());
        guests = new GuestViewModel(runtime, tasks, messages, chosen, proof);
        attention = new AttentionViewModel(runtime, tasks, messages, chosen);
        account = new AccountViewModel(runtime, tasks, messages, clock, proof);
        admin = new AdminScreens(around, messages, proof);
    }

    /// Shows a site whose copy is still to be opened.
    void open(Site site) {
        booking.open(site);
        sale.open(site);
        day.open(site);
        guests.open(site);
        attention.open(site);
    }

    void open(SiteCopy copy) {
        board.open(copy);
        agenda.open(copy);
        performances.open(copy);
        admin.open(copy);
    }

    Parent load(Screen screen, ViewLoader loader) {
        return loader.load(
                switch (screen) {
                    case Screen.Board _ ->
                        new BoardController(board, messages, loader.load(new ChangeController(changes)));
                    case Screen.Sale _ -> new SaleController(sale);
                    case Screen.OfDay _ -> new DayController(day);
                    case Screen.Agenda _ -> new AgendaController(agenda, messages);
                    case Screen.Performances _ -> new PerformancesController(performances, messages);
                    case Screen.Guests _ -> new GuestController(guests);
                    case Screen.Attention _ -> new AttentionController(attention);
                    case Screen.Account _ -> new AccountController(account, loader);
                    case Screen.Admin(var desk) -> admin.controller(desk, loader);
                });
    }

    /// Whose screen it is.
    ViewModel model(Screen screen) {
        return switch (screen) {
            case Screen.Board _ -> board;
            case Screen.Sale _ -> sale;
            case Screen.OfDay _ -> day;
            case Screen.Agenda _ -> agenda;
            case Screen.Performances _ -> performances;
            case Screen.Guests _ -> guests;
            case Screen.Attention _ -> attention;
            case Screen.Account _ -> account;
            case Screen.Admin(var desk) -> admin.model(desk);
        };
    }

    BookingViewModel booking() {
        return booking;
    }

    BoardViewModel board() {
        return board;
    }

    SaleViewModel sale() {
        return sale;
    }

    DayViewModel day() {
        return day;
    }

    GuestViewModel guests() {
        return guests;
    }

    AuditViewModel audit() {
        return admin.audit();
    }
}
