package dev.keyrack.desktop.copy;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.Subscription;
import dev.keyrack.client.sync.ScopeFollower;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.fx.UiTasks;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads something out of a site's copy, and reads it again after every change while it is in view; never twice at
/// once.
///
/// @param <T> what is read
public final class CopyReading<T> {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Function<SiteCopy, T> read;
    private final Consumer<T> done;
    private final Consumer<Exception> failed;
    private Subscription subscription = () -> {};
    private @Nullable SiteCopy copy;
    private boolean reading;
    private boolean again;

    /// @param read is called on any thread
    public CopyReading(
            ClientRuntime runtime,
            UiTasks tasks,
            Function<SiteCopy, T> read,
            Consumer<T> done,
            Consumer<Exception> failed) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.read = read;
        this.done = done;
        this.failed = failed;
    }

    /// @param opened what is read from now on; null reads nothing until the next one
    public void open(@Nullable SiteCopy opened) {
        copy = opened;
        read();
    }

    public @Nullable SiteCopy copy() {
        return copy;
    }

    public void onShow() {
        subscription.close();
        subscription = runtime.observeCopy(follow -> {
            if (follow == ScopeFollower.Follow.CHANGED) {
                tasks.show(this::read);
            }
        });
        read();
    }

    public void onHide() {
        subscription.close();
    }

    public void read() {
        SiteCopy opened = copy;
        if (opened == null) {
            return;
        }
        if (reading) {
            again = true;
            return;
        }
        reading = true;
        tasks.run(() -> read.apply(opened))
                .onDone(found -> {
                    reading = false;
                    if (opened.equals(copy)) {
                        done.accept(found);
                    }
                    repeat();
                })
                .onFailed(failure -> {
                    reading = false;
                    failed.accept(failure);
                    repeat();
                });
    }

    private void repeat() {
        if (again) {
            again = false;
            read();
        }
    }
}
