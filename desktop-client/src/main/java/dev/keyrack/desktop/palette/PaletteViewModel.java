package dev.keyrack.desktop.palette;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.desktop.copy.ObservedCopy;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the words typed find, best first, and which of it is pointed at.
public final class PaletteViewModel implements ViewModel {

    private final Messages messages;
    private final ObservedCopy<Found> copy;
    private final PaletteSearch finder;
    private final StringProperty words = new SimpleStringProperty("");
    private final ObservableList<PaletteEntry> entries = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper pointed = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private boolean taking;
    private volatile List<Command> commands = List.of();

    /// An action or a place that can be found.
    ///
    /// @param icon a literal of the Feather pack
    public record Command(String title, String icon, Runnable run) {}

    /// Where what was found is shown.
    public record Ways(Consumer<Booking> booking, BiConsumer<GuestId, String> guest, Consumer<LocalDate> day) {}

    public PaletteViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages, Clock clock, Ways ways) {
        this.messages = messages;
        finder = new PaletteSearch(messages, clock, ways);
        copy = new ObservedCopy<>(runtime, tasks, this::read);
        copy.valueProperty().subscribe(this::fill);
        words.subscribe(copy::refresh);
    }

    /// Searches a site from now on.
    public void open(Site site) {
        copy.open(site);
    }

    /// Comes into view, empty.
    public void begin(List<Command> offered) {
        commands = offered;
        taking = false;
        words.set("");
        onShow();
    }

    @Override
    public void onShow() {
        copy.follow();
        shown.set(true);
    }

    @Override
    public void onHide() {
        copy.close();
        shown.set(false);
    }

    /// What was found, and for which words.
    private record Found(String words, List<PaletteEntry> entries) {}

    private Found read(SiteCopy open) {
        String wanted = words.get();
        return new Found(wanted, finder.find(open, wanted, commands));
    }

    private void fill(@Nullable Found before, @Nullable Found found) {
        int again = before != null && found != null && before.words().equals(found.words()) ? findPointed(found) : 0;
        pointed.set(-1);
        entries.setAll(found == null ? List.of() : found.entries());
        pointed.set(entries.isEmpty() ? -1 : again);
        if (taking && isFound()) {
            take();
        }
    }

    /// Where what is pointed at stands now; at the first place if it is gone.
    private int findPointed(Found found) {
        int index = pointed.get();
        return index < 0
                ? 0
                : IntStream.range(0, found.entries().size())
                        .filter(each -> found.entries().get(each).isSameAs(entries.get(index)))
                        .findFirst()
                        .orElse(0);
    }

    public StringProperty wordsProperty() {
        return words;
    }

    ObservableList<PaletteEntry> entries() {
        return entries;
    }

    /// Which entry is pointed at; -1 for none.
    public ReadOnlyIntegerProperty pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// What to say while nothing is found.
    public ObservableValue<String> emptyText() {
        return Bindings.createStringBinding(
                () -> copy.failedProperty().get()
                        ? messages.text("palette.empty.copy")
                        : messages.text("palette.empty.nothing", words.get().strip()),
                words,
                copy.failedProperty());
    }

    public void pointDown() {
        pointed.set(Math.min(pointed.get() + 1, entries.size() - 1));
    }

    public void pointUp() {
        pointed.set(Math.max(pointed.get() - 1, Math.min(0, entries.size() - 1)));
    }

    /// Whether what is listed was found for the words that stand there now.
    private boolean isFound() {
        Found found = copy.valueProperty().get();
        return found != null && found.words().equals(words.get());
    }

    /// Leaves, and opens what is pointed at; for words that were typed just now, once something is found for them.
    public void take() {
        taking = !isFound();
        if (!taking) {
            take(pointed.get());
        }
    }

    void take(int index) {
        if (index >= 0 && index < entries.size()) {
            PaletteEntry entry = entries.get(index);
            onHide();
            entry.open().run();
        }
    }
}
