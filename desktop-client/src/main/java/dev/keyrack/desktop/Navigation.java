package dev.keyrack.desktop;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.desktop.attention.AttentionController;
import dev.keyrack.desktop.attention.AttentionViewModel;
import dev.keyrack.desktop.board.BoardController;
import dev.keyrack.desktop.board.BoardViewModel;
import dev.keyrack.desktop.booking.BookingController;
import dev.keyrack.desktop.booking.BookingViewModel;
import dev.keyrack.desktop.day.DayController;
import dev.keyrack.desktop.day.DayViewModel;
import dev.keyrack.desktop.guest.GuestController;
import dev.keyrack.desktop.guest.GuestViewModel;
import dev.keyrack.desktop.palette.PaletteController;
import dev.keyrack.desktop.palette.PaletteViewModel;
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
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// The screens in one language, and the ways between them.
final class Navigation {

    private final ClientRuntime runtime;
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
    private final Map<Class<? extends Screen>, Parent> loaded = new HashMap<>();
    private @Nullable Parent pane;
    private @Nullable Visit visit;
    private Screen screen = new Screen.Board();

    /// @param spoken is given the language that somebody wants instead
    Navigation(Surroundings around, Messages messages, Theme theme, Consumer<Locale> spoken, Runnable quit) {
        this.messages = messages;
        runtime = around.runtime();
        UiTasks tasks = around.tasks();
        Clock clock = around.clock();
        loader = new ViewLoader(messages);
        booking = new BookingViewModel(runtime, tasks, messages);
        board = new BoardViewModel(runtime, tasks, messages, clock, booking::show);
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
    record Surroundings(ClientRuntime runtime, UiTasks tasks, Clock clock) {}

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
        board.open(site);
        day.open(site);
        guests.open(site);
        attention.open(site);
        palette.open(site);
    }

    /// Shows a screen, with the booking that was chosen beside it.
    void go(Screen wanted) {
        close(modelOf(screen));
        screen = wanted;
        Parent view = loaded.computeIfAbsent(wanted.getClass(), _ -> load(wanted));
        if (pane != null) {
            frame.show(view, pane);
        }
        shell.mark(Choices.nameOf(wanted));
        switch (wanted) {
            case Screen.Board _ -> {}
            case Screen.OfDay(var list) -> day.show(list);
            case Screen.Guests _ -> guests.onShow();
            case Screen.Attention _ -> attention.onShow();
        }
    }

    private Parent load(Screen wanted) {
        return loader.load(
                switch (wanted) {
                    case Screen.Board _ -> new BoardController(board, messages.locale());
                    case Screen.OfDay _ -> new DayController(day);
                    case Screen.Guests _ -> new GuestController(guests);
                    case Screen.Attention _ -> new AttentionController(attention);
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
            case Screen.Attention _ -> attention;
        };
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
        board.showToday();
        board.showDaysOn((int) ChronoUnit.DAYS.between(day.today(), date));
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
