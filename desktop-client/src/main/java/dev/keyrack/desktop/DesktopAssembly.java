package dev.keyrack.desktop;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.LaunchOptions;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.desktop.board.BoardController;
import dev.keyrack.desktop.board.BoardViewModel;
import dev.keyrack.desktop.booking.BookingController;
import dev.keyrack.desktop.booking.BookingViewModel;
import dev.keyrack.desktop.change.ChangeController;
import dev.keyrack.desktop.change.ChangeViewModel;
import dev.keyrack.desktop.shell.ShellController;
import dev.keyrack.desktop.shell.ShellViewModel;
import dev.keyrack.desktop.signin.SignInController;
import dev.keyrack.desktop.signin.SignInViewModel;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.Theme;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewLoader;
import java.time.Clock;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;

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
    private final SignInViewModel signIn;
    private final ShellController frame;

    DesktopAssembly(LaunchOptions options, Stage stage) {
        runtime = new ClientRuntime(options, Clock.systemUTC());
        messages = Messages.of(DesktopApp.class, options.language());
        loader = new ViewLoader(messages);
        tasks = UiTasks.onScreen();
        booking = new BookingViewModel(runtime, tasks, messages);
        changes = new ChangeViewModel(runtime, tasks, messages);
        board = new BoardViewModel(runtime, tasks, messages, Clock.systemUTC(), booking::show, _ -> {}, changes);
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
        frame.show(
                loader.load(new BoardController(board, messages, loader.load(new ChangeController(changes)))),
                loader.load(new BookingController(booking)));
        shell.offer(sites);
    }

    private void open(Site site) {
        tasks.run(() -> runtime.openSite(site)).onDone(board::open).onFailed(_ -> board.sayUnreadable());
    }

    void stop() {
        board.onHide();
        shell.onHide();
        runtime.stop();
    }
}
