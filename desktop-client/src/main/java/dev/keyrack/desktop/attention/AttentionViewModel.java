package dev.keyrack.desktop.attention;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.desktop.copy.ObservedCopy;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the server refused, oldest first. Each stays until a person sends it again or gives it up.
public final class AttentionViewModel implements ViewModel {

    private final UiTasks tasks;
    private final Messages messages;
    private final Consumer<Booking> opened;
    private final ObservedCopy<List<AttentionRow>> copy;
    private final ObservableList<AttentionRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

    /// The names of the ways out.
    record Ways(String again, String drop, String show) {}

    /// @param opened is given the booking that is to be shown whole
    public AttentionViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages, Consumer<Booking> opened) {
        this.tasks = tasks;
        this.messages = messages;
        this.opened = opened;
        var words = new AttentionWords(messages);
        copy = new ObservedCopy<>(
                runtime,
                tasks,
                open -> open.listRefused().stream()
                        .map(refusal -> words.row(open, refusal))
                        .toList());
        copy.valueProperty().subscribe(this::fill);
    }

    private void fill() {
        List<AttentionRow> found = copy.valueProperty().get();
        if (found == null) {
            rows.clear();
        } else if (!rows.equals(found)) {
            rows.setAll(found);
        }
    }

    /// Shows a site from now on.
    public void open(Site site) {
        copy.open(site);
    }

    @Override
    public void onShow() {
        copy.follow();
    }

    @Override
    public void onHide() {
        copy.close();
        notice.set("");
    }

    /// What the ways out are called.
    Ways ways() {
        return new Ways(
                messages.text("attention.step.again"),
                messages.text("attention.step.drop"),
                messages.text("attention.step.show"));
    }

    ObservableList<AttentionRow> rows() {
        return rows;
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// What to say while nothing is in view; empty if something is.
    public ObservableValue<String> emptyText() {
        return Bindings.createStringBinding(
                () -> {
                    if (copy.failedProperty().get()) {
                        return messages.text("attention.empty.copy");
                    }
                    return rows.isEmpty() ? messages.text("attention.empty.nothing") : "";
                },
                rows,
                copy.failedProperty());
    }

    /// Sends it again.
    void retry(AttentionRow row) {
        decide(row, SiteCopy::retry, messages.text("attention.notice.again", row.guest()));
    }

    /// Gives it up: the server's state stands.
    void drop(AttentionRow row) {
        decide(row, SiteCopy::drop, messages.text("attention.notice.dropped", row.guest()));
    }

    boolean showAllowed(AttentionRow row) {
        return row.booking() != null;
    }

    /// Shows its booking whole.
    void show(AttentionRow row) {
        if (row.booking() != null) {
            opened.accept(row.booking());
        }
    }

    private void decide(AttentionRow row, BiConsumer<SiteCopy, String> decision, String done) {
        copy.copy()
                .ifPresent(open -> tasks.run(() -> {
                            decision.accept(open, row.id());
                            return done;
                        })
                        .onDone(notice::set)
                        .onFailed(failure -> notice.set(messages.text("attention.notice.unwritten"))));
    }
}
