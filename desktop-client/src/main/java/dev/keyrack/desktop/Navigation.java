package dev.keyrack.desktop;

import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.desktop.agenda.FreeTime;
import dev.keyrack.desktop.booking.BookingController;
import dev.keyrack.desktop.palette.PaletteController;
import dev.keyrack.desktop.palette.PaletteViewModel;
import dev.keyrack.desktop.plan.WalkIn;
import dev.keyrack.desktop.proof.ProofController;
import dev.keyrack.desktop.proof.ProofViewModel;
import dev.keyrack.desktop.sale.Start;
import dev.keyrack.desktop.shell.ShellController;
import dev.keyrack.desktop.shell.ShellViewModel;
import dev.keyrack.desktop.signin.SignInController;
import dev.keyrack.desktop.signin.SignInViewModel;
import dev.keyrack.desktop.signin.Visit;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.Theme;
import dev.keyrack.fx.ViewLoader;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// The screens in one language, and the ways between them.
final class Navigation {

    private final Surroundings around;
    private final Messages messages;
    private final ViewLoader loader;
    private final DeskScreens screens;
    private final ShellViewModel shell;
    private final ShellController frame;
    private final SignInViewModel signIn;
    private final PaletteViewModel palette;
    private final ProofViewModel proof;
    private final Map<Object, Parent> loaded = new HashMap<>();
    private @Nullable Parent pane;
    private @Nullable Visit visit;
    private Screen screen = new Screen.Board();
    private Screen beforeSale = screen;

    /// @param spoken is given the language that somebody wants instead
    Navigation(Surroundings around, Messages messages, Theme theme, Consumer<Locale> spoken, Runnable quit) {
        this.around = around;
        this.messages = messages;
        loader = new ViewLoader(messages);
        var runtime = around.runtime();
        var tasks = around.tasks();
        proof = new ProofViewModel(runtime, tasks, messages);
        screens = new DeskScreens(
                around,
                messages,
                new DeskScreens.Turns(this::sellThere, this::sellThen, this::leaveSale, this::decide),
                proof);
        var ways = new PaletteViewModel.Ways(screens.booking()::show, this::openGuest, this::openDay);
        palette = new PaletteViewModel(runtime, tasks, messages, around.clock(), ways);
        var turns = new ShellViewModel.Turns(this::openSite, spoken, this::leave, this::decide, this::openAccount);
        shell = new ShellViewModel(runtime, tasks, messages, around.clock(), theme, turns);
        signIn = new SignInViewModel(runtime, tasks, messages, this::enter);
        frame = new ShellController(shell, quit);
    }

    Parent load() {
        Parent root = loader.load(frame);
        frame.showOver(loader.load(new PaletteController(palette)), loader.load(new ProofController(proof)));
        return root;
    }

    /// Goes on where other screens stopped; without them, asks who works here.
    void start(@Nullable Navigation before) {
        shell.onShow();
        Visit present = before == null ? null : before.visit;
        if (before == null || present == null) {
            askWho();
        } else {
            screen = before.screen instanceof Screen.Sale ? before.beforeSale : before.screen;
            welcome(present, before.shell.siteName().getValue());
        }
    }

    private void askWho() {
        frame.show(loader.load(new SignInController(signIn)));
        signIn.onShow();
        // whoever signs in finds the board as quick as it will be an hour later
        around.tasks().show(this::prepare);
        screens.board().rehearse();
    }

    private void prepare() {
        if (pane == null) {
            pane = loader.load(new BookingController(screens.booking()));
            view(new Screen.Board());
        }
    }

    private void enter(Visit entered) {
        signIn.onHide();
        screen = new Screen.Board();
        welcome(entered, "");
    }

    private void welcome(Visit entered, String siteName) {
        visit = entered;
        prepare();
        screens.day().onShow();
        if (Choices.decidesWhatIsSold(entered.role())) {
            screens.audit().watch();
        }
        bringUp(screen);
        shell.offer(entered.sites(), new Choices(this, messages).list(entered.role()), siteName);
        show(screen);
    }

    private void leave() {
        hide();
        loaded.clear();
        pane = null;
        visit = null;
        around.runtime().signOut();
        askWho();
    }

    private void hide() {
        screens.model(screen).onHide();
        screens.day().onHide();
        screens.audit().rest();
        screens.booking().onHide();
        palette.onHide();
        proof.onHide();
    }

    private void openSite(Site site) {
        screens.open(site);
        palette.open(site);
        around.tasks()
                .run(() -> around.runtime().openSite(site))
                .onDone(screens::open)
                .onFailed(failure -> screens.board().sayUnreadable());
    }

    /// Shows a screen, with the booking that was chosen beside it.
    void go(Screen wanted) {
        if (visit == null) {
            return;
        }
        followLists(wanted);
        screen = wanted;
        show(wanted);
    }

    /// The lists of the day follow the copy all the time, for what they count; the others only while they are in view.
    private void followLists(Screen wanted) {
        if (!(screen instanceof Screen.OfDay)) {
            screens.model(screen).onHide();
        }
        bringUp(wanted);
    }

    private void bringUp(Screen wanted) {
        if (wanted instanceof Screen.OfDay(var list)) {
            screens.day().show(list);
        } else {
            screens.model(wanted).onShow();
        }
    }

    private Parent view(Screen wanted) {
        Object key = wanted instanceof Screen.OfDay ? Screen.OfDay.class : wanted;
        Parent view = loaded.get(key);
        if (view == null) {
            view = screens.load(wanted, loader);
            loaded.put(key, view);
        }
        return view;
    }

    private void show(Screen wanted) {
        Parent view = view(wanted);
        if (wanted instanceof Screen.Sale || pane == null) {
            frame.show(view);
        } else {
            frame.show(view, pane);
        }
        shell.mark(Choices.nameOf(wanted));
    }

    /// Sells something tonight, unless a sale is under way.
    void sell() {
        if (!(screen instanceof Screen.Sale)) {
            sell(Start.TONIGHT);
        }
    }

    private void sellThere(WalkIn wanted) {
        sell(new Start(wanted.resource(), wanted.unit(), wanted.from(), wanted.to()));
    }

    private void sellThen(FreeTime wanted) {
        sell(Start.at(wanted.resource(), wanted.day(), wanted.start()));
    }

    private void sell(Start start) {
        if (visit != null) {
            beforeSale = screen instanceof Screen.Sale ? beforeSale : screen;
            go(new Screen.Sale());
            screens.sale().begin(start);
        }
    }

    private void leaveSale() {
        go(beforeSale);
    }

    private void decide() {
        go(new Screen.Attention());
    }

    private void openAccount() {
        go(new Screen.Account());
    }

    private void openGuest(GuestId guest, String name) {
        go(new Screen.Guests());
        screens.guests().show(guest, name);
    }

    private void openDay(LocalDate date) {
        go(new Screen.Board());
        screens.board().showDate(date);
    }

    void find() {
        var account = new PaletteViewModel.Command(messages.text("shell.place.account"), "fth-user", this::openAccount);
        var offered = shell.choices().stream()
                .map(choice -> new PaletteViewModel.Command(choice.title(), choice.icon(), choice.open()));
        palette.begin(Stream.concat(offered, Stream.of(account)).toList());
    }

    void showToday() {
        screens.board().showToday();
        screens.day().showToday();
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

    DeskScreens screens() {
        return screens;
    }

    void close() {
        hide();
        signIn.onHide();
        shell.onHide();
    }
}
