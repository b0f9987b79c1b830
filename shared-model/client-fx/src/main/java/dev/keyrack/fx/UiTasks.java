package dev.keyrack.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;

/// The only bridge between the screen's thread and all others.
public final class UiTasks {

    private final Executor background;
    private final Executor screen;

    private UiTasks(Executor background, Executor screen) {
        this.background = background;
        this.screen = screen;
    }

    /// For programs: work on virtual threads, news on the JavaFX thread.
    public static UiTasks onScreen() {
        return new UiTasks(Thread::startVirtualThread, Platform::runLater);
    }

    /// For tests: everything at once, on the caller's thread.
    public static UiTasks onCaller() {
        return new UiTasks(Runnable::run, Runnable::run);
    }

    /// From now on tells the screen of every failure that nobody has caught; it is logged too.
    public static void onUncaught(Consumer<Throwable> told) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            System.getLogger(UiTasks.class.getName())
                    .log(System.Logger.Level.ERROR, "Nobody caught this on " + thread.getName(), failure);
            Platform.runLater(() -> told.accept(failure));
        });
    }

    /// Changes the screen's state from any thread.
    public void show(Runnable change) {
        screen.execute(change);
    }

    /// Long work, as in `run(work).onDone(...).onFailed(...)`; it starts when both ends are known.
    public <T> Work<T> run(Callable<T> work) {
        return done -> failed -> background.execute(() -> carryOut(work, done, failed));
    }

    private <T> void carryOut(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        try {
            var result = work.call();
            screen.execute(() -> done.accept(result));
        } catch (Exception e) {
            screen.execute(() -> failed.accept(e));
        }
    }

    /// Work that does not know yet who wants its result.
    @FunctionalInterface
    public interface Work<T> {
        Handled onDone(Consumer<T> done);
    }

    /// Work that does not know yet who hears of its failure.
    @FunctionalInterface
    public interface Handled {
        void onFailed(Consumer<Exception> failed);
    }
}
