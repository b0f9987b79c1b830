package dev.keyrack.desktop.copy;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.Subscription;
import dev.keyrack.client.sync.ScopeFollower;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.fx.UiTasks;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What a screen makes of the open site's copy: read again after every change between follow and close, off the
/// screen's thread, one read at a time.
public final class ObservedCopy<T> {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Function<SiteCopy, T> reading;
    private final ReadOnlyObjectWrapper<@Nullable T> value = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
    private Subscription subscription = () -> {};
    private @Nullable Site site;
    private @Nullable SiteCopy copy;
    private boolean busy;
    private boolean again;

    /// @param reading is called on another thread than the screen's
    public ObservedCopy(ClientRuntime runtime, UiTasks tasks, Function<SiteCopy, T> reading) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.reading = reading;
    }

    /// Reads this site from now on.
    public void open(Site wanted) {
        site = wanted;
        copy = null;
        value.set(null);
        tasks.run(() -> runtime.openSite(wanted))
                .onDone(opened -> {
                    if (wanted.equals(site)) {
                        copy = opened;
                        refresh();
                    }
                })
                .onFailed(failure -> failed.set(true));
    }

    /// Reads now, and after every change.
    public void follow() {
        subscription.close();
        subscription = runtime.observeCopy(follow -> {
            if (follow == ScopeFollower.Follow.CHANGED) {
                tasks.show(this::refresh);
            }
        });
        refresh();
    }

    public void close() {
        subscription.close();
    }

    /// Reads now; while it is being read, once more afterwards.
    public void refresh() {
        SiteCopy opened = copy;
        if (opened == null) {
            return;
        }
        if (busy) {
            again = true;
            return;
        }
        busy = true;
        tasks.run(() -> reading.apply(opened))
                .onDone(found -> {
                    if (opened == copy) {
                        value.set(found);
                    }
                    failed.set(false);
                    finish();
                })
                .onFailed(failure -> {
                    failed.set(true);
                    finish();
                });
    }

    private void finish() {
        busy = false;
        if (again) {
            again = false;
            refresh();
        }
    }

    /// Empty until the site is open.
    public Optional<SiteCopy> copy() {
        return Optional.ofNullable(copy);
    }

    /// Null until it was read.
    public ReadOnlyObjectProperty<@Nullable T> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /// Whether the copy could not be read the last time.
    public ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }
}
