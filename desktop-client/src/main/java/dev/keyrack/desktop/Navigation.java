package dev.keyrack.desktop;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.desktop.agenda.AgendaController;
import dev.keyrack.desktop.agenda.AgendaViewModel;
import dev.keyrack.desktop.agenda.PerformancesController;
import dev.keyrack.desktop.agenda.PerformancesViewModel;
import dev.keyrack.desktop.attention.AttentionController;
import dev.keyrack.desktop.attention.AttentionViewModel;
import dev.keyrack.desktop.board.BoardController;
import dev.keyrack.desktop.board.BoardViewModel;
import dev.keyrack.desktop.booking.BookingController;
import dev.keyrack.desktop.booking.BookingViewModel;
import dev.keyrack.desktop.change.ChangeController;
import dev.keyrack.desktop.change.ChangeViewModel;
import dev.keyrack.desktop.day.DayController;
import dev.keyrack.desktop.day.DayViewModel;
import dev.keyrack.desktop.guest.GuestController;
import dev.keyrack.desktop.guest.GuestViewModel;
import dev.keyrack.desktop.palette.PaletteController;
import dev.keyrack.desktop.palette.PaletteViewModel;
import dev.keyrack.desktop.plan.WalkIn;
import dev.keyrack.desktop.sale.Receipts;
import dev.keyrack.desktop.sale.SaleController;
import dev.keyrack.desktop.sale.SaleViewModel;
import dev.keyrack.desktop.sale.Start;
import dev.keyrack.desktop.shell.Choice;
import dev.keyrack.desktop.shell.ShellController;
import dev.keyrack.desktop.shell.ShellViewModel;
import dev.keyrack.desktop.signin.SignInController;
import dev.keyrack.desktop.signin.SignInViewModel;
import dev.keyrack.desktop.signin.Visit;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.Theme;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewLoader;
import dev.keyrack.fx.ViewModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// The screens in one language, and the ways between them.
final class Navigation {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final ViewLoader loader;
    private final ShellViewModel shell;
    private final ShellController frame;
    private final SignInViewModel signIn;
    private final BookingViewModel booking;
    private final BoardViewModel board;
    private final DayViewModel day;
    private final GuestViewModel guests;
    private final AttentionViewModel attention;
    private final PaletteViewModel palette;
    private final ChangeViewModel changes;
    private final SaleViewModel sale;
    private final AgendaViewModel agenda;
    private final PerformancesViewModel events;
    private final AdminScreens admin;
    private final Map<Class<? extends Screen>, Parent> loaded = new HashMap<>();
    private @Nullable Parent pane;
    private @Nullable Visit visit;
    private Screen screen = new Screen.Board();
    private Screen beforeSale = new Screen.Board();

    /// @param spoken is given the language that somebody wants instead
    Navigation(Surroundings around, Messages messages, Theme theme, Consumer<Locale> spoken, Runnable quit) {
        this.messages = messages;
        runtime = around.runtime();
        tasks = around.tasks();
        Clock clock = around.clock();
        loader = new ViewLoader(messages);
        booking = new BookingViewModel(runtime, tasks, messages);
        changes = new ChangeViewModel(runtime, tasks, messages);
        board = new BoardViewModel(runtime, tasks, messages, clock, booking::show, this::sellThere, changes);
        sale = new SaleViewModel(
                runtime,
                tasks,
                messages,
                clock,
                new SaleViewModel.Ways(this::leaveSale, this::showSold, around.receipts()));
        agenda = new AgendaViewModel(runtime, tasks, messages, clock, booking::show);
        events = new PerformancesViewModel(runtime, tasks, messages, clock, booking::show);
        admin = new AdminScreens(around, messages, loader);
        day = new DayViewModel(runtime, tasks, messages, clock, booking::show, this::decide);
        guests = new GuestViewModel(runtime, tasks, messages, booking::show);
        attention = new AttentionViewModel(runtime, tasks, messages, booking::show);
        palette = new PaletteViewModel(
                runtime, tasks, messages, clock, new PaletteViewModel.Ways(this::open, this::openGuest, this::openDay));
        shell = new ShellViewModel(
                runtime,
                tasks,
                messages,
                clock,
                theme,
                new ShellViewModel.Turns(this::openSite, spoken, this::leave, this::decide));
        signIn = new SignInViewModel(runtime, tasks, messages, this::enter);
        frame = new ShellController(shell, quit);
    }

    /// What every screen stands on.
    record Surroundings(ClientRuntime runtime, UiTasks tasks, Clock clock, Receipts receipts) {}

    Parent load() {
        Parent root = loader.load(frame);
        frame.showOver(loader.load(new PaletteController(palette)));
        return root;
    }

    /// Goes on where other screens stopped; without them, asks who works here.
    void start(@Nullable Navigation before) {
        shell.onShow();
        Visit present = before == null ? null : before.visit;
        if (before == null || present == null) {
            askWho();
        } else {
            screen = before.screen;
            welcome(present, before.shell.siteName().getValue());
        }
    }

    private void askWho() {
        frame.show(loader.load(new SignInController(signIn)));
        signIn.onShow();
    }

    private void enter(Visit entered) {
        signIn.onHide();
        screen = new Screen.Board();
        welcome(entered, "");
    }

    private void welcome(Visit entered, String siteName) {
        visit = entered;
        pane = loader.load(new BookingController(booking));
        board.onShow();
        day.onShow();
        shell.offer(entered.sites(), new Choices(this, messages).list(entered.role()), siteName);
        go(screen);
    }

    private void leave() {
        close(modelOf(screen));
        board.onHide();
        day.onHide();
        booking.onHide();
        palette.onHide();
        loaded.clear();
        visit = null;
        runtime.signOut();
        askWho();
    }

    private void openSite(Site site) {
        booking.close();
        tasks.run(() -> runtime.openSite(site)).onDone(this::openCopy).onFailed(_ -> board.sayUnreadable());
        booking.open(site);
        sale.open(site);
        day.open(site);
        guests.open(site);
        attention.open(site);
        palette.open(site);
    }

    private void openCopy(SiteCopy copy) {
        board.open(copy);
        agenda.open(copy);
        events.open(copy);
        admin.open(copy);
    }

    /// Shows a screen, with the booking that was chosen beside it.
    void go(Screen wanted) {
        close(modelOf(screen));
        screen = wanted;
        Parent view = loaded.computeIfAbsent(wanted.getClass(), _ -> load(wanted));
        if (pane != null && !(wanted instanceof Screen.Sale || wanted instanceof Screen.Admin)) {
            frame.show(view, pane);
        } else {
            frame.show(view);
        }
        shell.mark(Choices.nameOf(wanted));
        switch (wanted) {
            case Screen.Board _ -> {}
            case Screen.OfDay(var list) -> day.show(list);
            case Screen.Guests _ -> guests.onShow();
            case Screen.Agenda _ -> agenda.onShow();
            case Screen.Events _ -> events.onShow();
            case Screen.Attention _ -> attention.onShow();
            case Screen.Sale _ -> sale.onShow();
            case Screen.Admin part -> admin.modelOf(part).onShow();
        }
    }

    private Parent load(Screen wanted) {
        if (wanted instanceof Screen.Admin part) {
            return admin.load(part);
        }
        return loader.load(
                switch (wanted) {
                    case Screen.Board _ ->
                        new BoardController(board, messages, loader.load(new ChangeController(changes)));
                    case Screen.OfDay _ -> new DayController(day);
                    case Screen.Guests _ -> new GuestController(guests);
                    case Screen.Agenda _ -> new AgendaController(agenda, messages);
                    case Screen.Events _ -> new PerformancesController(events, messages);
                    case Screen.Attention _ -> new AttentionController(attention);
                    case Screen.Sale _ -> new SaleController(sale);
                    case Screen.Admin _ -> throw new IllegalStateException("loaded above");
                });
    }

    /// Board and lists follow the copy all the time, for what they count; the others only while they are in view.
    private static void close(@Nullable ViewModel model) {
        if (model != null) {
            model.onHide();
        }
    }

    private @Nullable ViewModel modelOf(Screen shown) {
        return switch (shown) {
            case Screen.Board _, Screen.OfDay _ -> null;
            case Screen.Guests _ -> guests;
            case Screen.Agenda _ -> agenda;
            case Screen.Events _ -> events;
            case Screen.Attention _ -> attention;
            case Screen.Sale _ -> sale;
            case Screen.Admin part -> admin.modelOf(part);
        };
    }

    void sell() {
        sell(Start.TONIGHT);
    }

    private void sellThere(WalkIn wanted) {
        sell(new Start(wanted.resource(), wanted.unit(), wanted.from(), wanted.to()));
    }

    private void sell(Start start) {
        if (visit != null && !(screen instanceof Screen.Sale)) {
            beforeSale = screen;
            go(new Screen.Sale());
            sale.begin(start);
        }
    }

    private void leaveSale() {
        go(beforeSale);
    }

    private void showSold(Booking sold) {
        leaveSale();
        booking.show(sold);
    }

    private void decide() {
        go(new Screen.Attention());
    }

    private void open(Booking wanted) {
        booking.show(wanted);
    }

    private void openGuest(GuestId guest, String name) {
        go(new Screen.Guests());
        guests.show(guest, name);
    }

    private void openDay(LocalDate date) {
        go(new Screen.Board());
        board.showDate(date);
    }

    void find() {
        palette.begin(shell.choices().stream().map(this::command).toList());
    }

    private PaletteViewModel.Command command(Choice choice) {
        return new PaletteViewModel.Command(choice.title(), choice.icon(), choice.open());
    }

    void showToday() {
        board.showToday();
        day.showToday();
    }

    String title() {
        return messages.text("shell.window.title");
    }

    Theme theme() {
        return shell.themeProperty().get();
    }

    ShellViewModel shell() {
        return shell;
    }

    DayViewModel day() {
        return day;
    }

    void close() {
        close(modelOf(screen));
        board.onHide();
        day.onHide();
        palette.onHide();
        signIn.onHide();
        shell.onHide();
    }
}
