package dev.keyrack.desktop;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.LaunchOptions;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.desktop.board.BoardController;
import dev.keyrack.desktop.board.BoardViewModel;
import dev.keyrack.desktop.board.WalkIn;
import dev.keyrack.desktop.booking.BookingController;
import dev.keyrack.desktop.booking.BookingViewModel;
import dev.keyrack.desktop.change.ChangeController;
import dev.keyrack.desktop.change.ChangeViewModel;
import dev.keyrack.desktop.sale.Receipts;
import dev.keyrack.desktop.sale.SaleController;
import dev.keyrack.desktop.sale.SaleViewModel;
import dev.keyrack.desktop.sale.Start;
import dev.keyrack.desktop.shell.ShellController;
import dev.keyrack.desktop.shell.ShellViewModel;
import dev.keyrack.desktop.signin.SignInController;
import dev.keyrack.desktop.signin.SignInViewModel;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.Theme;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Puts the desktop program together, by hand and in one place.
final class DesktopAssembly {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final ViewLoader loader;
    private final ShellViewModel shell;
    private final ChangeViewModel changes;
    private final BoardViewModel board;
    private final BookingViewModel booking;
    private final SaleViewModel sale;
    private final SignInViewModel signIn;
    private final ShellController frame;
    private @Nullable Parent boardView;
    private @Nullable Parent bookingView;
    private @Nullable Parent saleView;

    /// @param opener shows a document
    DesktopAssembly(LaunchOptions options, Stage stage, Consumer<Path> opener) {
        runtime = new ClientRuntime(options, Clock.systemUTC());
        messages = Messages.of(DesktopApp.class, options.language());
        loader = new ViewLoader(messages);
        tasks = UiTasks.onScreen();
        booking = new BookingViewModel(runtime, tasks, messages);
        changes = new ChangeViewModel(runtime, tasks, messages);
        var receipts = new Receipts(runtime, options.folder().resolve("receipts"), opener);
        sale = new SaleViewModel(
                runtime,
                tasks,
                messages,
                Clock.systemUTC(),
                new SaleViewModel.Ways(this::showBoard, booking::show, receipts));
        board = new BoardViewModel(
                runtime, tasks, messages, Clock.systemUTC(), booking::show, this::sellThere, changes);
        shell = new ShellViewModel(runtime, messages, tasks, this::open);
        signIn = new SignInViewModel(runtime, tasks, messages, this::enter);
        frame = new ShellController(shell, stage::close);
    }

    void show(Stage stage) {
        var scene = new Scene(loader.load(frame), WIDTH, HEIGHT);
        Theme.LIGHT.wear(scene);
        frame.show(loader.load(new SignInController(signIn)));
        stage.setTitle(messages.text("shell.window.title"));
        stage.setScene(scene);
        stage.show();
        shell.onShow();
        signIn.onShow();
        runtime.start();
    }

    private void enter(List<Site> sites) {
        signIn.onHide();
        board.onShow();
        boardView = loader.load(new BoardController(board, messages, loader.load(new ChangeController(changes))));
        bookingView = loader.load(new BookingController(booking));
        saleView = loader.load(new SaleController(sale));
        showBoard();
        shell.offer(sites);
        var keys = boardView.getScene().getAccelerators();
        keys.put(new KeyCodeCombination(KeyCode.F2), this::sell);
        keys.put(new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN), this::sell);
    }

    private void sellThere(WalkIn wanted) {
        sell(new Start(wanted.resource(), wanted.unit(), wanted.from(), wanted.to()));
    }

    private void sell() {
        sell(Start.TONIGHT);
    }

    private void sell(Start start) {
        if (saleView != null) {
            sale.onShow();
            sale.begin(start);
            frame.show(saleView);
        }
    }

    private void showBoard() {
        sale.onHide();
        if (boardView != null && bookingView != null) {
            frame.show(boardView, bookingView);
        }
    }

    private void open(Site site) {
        booking.open(site);
        sale.open(site);
        tasks.run(() -> runtime.openSite(site)).onDone(board::open).onFailed(_ -> board.sayUnreadable());
    }

    void stop() {
        sale.onHide();
        board.onHide();
        booking.onHide();
        shell.onHide();
        runtime.stop();
    }
}
