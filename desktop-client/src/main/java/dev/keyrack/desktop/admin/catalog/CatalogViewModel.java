package dev.keyrack.desktop.admin.catalog;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.desktop.admin.AnswerText;
import dev.keyrack.desktop.admin.terms.ResourceFormViewModel;
import dev.keyrack.desktop.copy.CopyReading;
import dev.keyrack.fx.Amounts;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/// What a site sells, from the local copy; choosing a resource opens its form, units and pictures.
public final class CatalogViewModel implements ViewModel {

    private final Messages messages;
    private final Clock clock;
    private final CopyReading<Found> reading;
    private final ResourceFormViewModel form;
    private final UnitsViewModel units;
    private final PicturesViewModel pictures;
    private final ObservableList<ResourceRow> all = FXCollections.observableArrayList();
    private final FilteredList<ResourceRow> rows = new FilteredList<>(all);
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable ResourceRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private @Nullable ResourceId wanted;
    private boolean settling;

    /// What was read of the copy.
    private record Found(List<ResourceRow> rows, List<Unit> units) {}

    public CatalogViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
        AnswerText answers = new AnswerText(messages);
        reading = new CopyReading<>(runtime, tasks, this::read, this::take, _ -> notice.set(answers.failure()));
        form = new ResourceFormViewModel(runtime, tasks, messages, this::kept);
        units = new UnitsViewModel(runtime, tasks, messages);
        pictures = new PicturesViewModel(runtime, tasks, messages, this::kept);
        search.subscribe(this::filter);
        selected.subscribe(this::choose);
    }

    /// Shows a site from now on.
    public void open(SiteCopy copy) {
        selected.set(null);
        all.clear();
        form.open(copy.site());
        reading.open(copy);
    }

    @Override
    public void onShow() {
        reading.onShow();
    }

    @Override
    public void onHide() {
        reading.onHide();
    }

    private Found read(SiteCopy copy) {
        LocalDate today = LocalDate.now(clock.withZone(copy.site().timeZone()));
        List<Unit> known = copy.listUnits();
        List<ResourceRow> found = copy.listResources().stream()
                .map(resource -> row(resource, known, today))
                .sorted(Comparator.comparing(ResourceRow::name))
                .toList();
        return new Found(found, known);
    }

    private ResourceRow row(Resource resource, List<Unit> known, LocalDate today) {
        long count = known.stream()
                .filter(unit -> unit.resourceId().equals(resource.id()))
                .count();
        return new ResourceRow(
                resource,
                resource.terms().name(),
                form.typeName(resource.terms().type()),
                messages.text(resource.state() == Resource.State.OPEN ? "catalog.state.open" : "catalog.state.closed"),
                new Amounts(messages.locale()).format(PriceFromRule.lowest(resource, today), resource.currency()),
                count == 0 ? "–" : Long.toString(count));
    }

    private void take(Found found) {
        notice.set("");
        ResourceRow before = selected.get();
        ResourceId stays = wanted != null
                ? wanted
                : before == null ? null : before.resource().id();
        settling = true;
        all.setAll(found.rows());
        units.take(found.units());
        ResourceRow row = found.rows().stream()
                .filter(each -> each.resource().id().equals(stays))
                .findFirst()
                .orElse(null);
        selected.set(row);
        settling = false;
        if (row != null && row.resource().id().equals(wanted)) {
            wanted = null;
        }
        if (row != null) {
            form.refresh(row.resource());
            pictures.show(row.resource());
            units.show(row.resource().id());
        }
    }

    /// A row was chosen by hand.
    private void choose(@Nullable ResourceRow row) {
        if (row != null && !settling) {
            form.show(row.resource());
            units.show(row.resource().id());
            pictures.show(row.resource());
        }
    }

    private void kept(Resource resource) {
        wanted = resource.id();
        form.refresh(resource);
        reading.read();
    }

    private void filter(String words) {
        String wish = words.strip().toLowerCase(Locale.ROOT);
        rows.setPredicate(row -> wish.isEmpty()
                || (row.name() + " " + row.type() + " " + row.state())
                        .toLowerCase(Locale.ROOT)
                        .contains(wish));
    }

    /// Begins a resource that is not there yet.
    public void create() {
        selected.set(null);
        form.create();
        units.hide();
        pictures.hide();
    }

    public ObservableList<ResourceRow> rows() {
        return rows;
    }

    public ObjectProperty<@Nullable ResourceRow> selectedProperty() {
        return selected;
    }

    public StringProperty searchProperty() {
        return search;
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ResourceFormViewModel form() {
        return form;
    }

    public UnitsViewModel units() {
        return units;
    }

    public PicturesViewModel pictures() {
        return pictures;
    }
}
