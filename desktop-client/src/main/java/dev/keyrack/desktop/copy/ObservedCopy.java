package dev.keyrack.desktop.copy;

import dev.keyrack.client.ClientRuntime;
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

/// What a screen makes of a site's copy, as a value that follows every change while it is in view.
public final class ObservedCopy<T> {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final CopyReading<T> reading;
    private final ReadOnlyObjectWrapper<@Nullable T> value = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
    private @Nullable Site site;

    /// @param read is called on another thread than the screen's
    public ObservedCopy(ClientRuntime runtime, UiTasks tasks, Function<SiteCopy, T> read) {
        this.runtime = runtime;
        this.tasks = tasks;
        reading = new CopyReading<>(runtime, tasks, read, this::take, failure -> failed.set(true));
    }

    private void take(T found) {
        value.set(found);
        failed.set(false);
    }

    /// Reads this site from now on.
    public void open(Site wanted) {
        site = wanted;
        reading.open(null);
        value.set(null);
        tasks.run(() -> runtime.openSite(wanted))
                .onDone(opened -> {
                    if (wanted.equals(site)) {
                        reading.open(opened);
                    }
                })
                .onFailed(failure -> failed.set(true));
    }

    /// Reads now, and after every change.
    public void follow() {
        reading.onShow();
    }

    public void close() {
        reading.onHide();
    }

    /// Reads now; while it is being read, once more afterwards.
    public void refresh() {
        reading.read();
    }

    /// Empty until the site is open.
    public Optional<SiteCopy> copy() {
        return Optional.ofNullable(reading.copy());
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
