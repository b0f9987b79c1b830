package dev.keyrack.desktop.admin.catalog;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.CatalogApi;
import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.contract.catalog.UnitTerms;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.desktop.admin.AnswerText;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The units of one resource: one is added, renamed, taken out of service and put back.
public final class UnitsViewModel implements ViewModel {

    private static final int LONGEST_NAME = 60;

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final AnswerText answers;
    private final ObservableList<UnitRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable UnitRow> selected = new SimpleObjectProperty<>();
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable ResourceId> resource = new ReadOnlyObjectWrapper<>();
    private List<Unit> known = List.of();

    UnitsViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        answers = new AnswerText(messages);
        selected.subscribe(row -> {
            if (row != null) {
                name.set(row.name());
                fault.set("");
            }
        });
    }

    @Override
    public void onShow() {}

    @Override
    public void onHide() {}

    /// The units of the site, as they are now.
    void take(List<Unit> units) {
        known = units;
    }

    void show(ResourceId wanted) {
        if (!wanted.equals(resource.get())) {
            selected.set(null);
            name.set("");
            fault.set("");
        }
        resource.set(wanted);
        UnitRow before = selected.get();
        String typed = name.get();
        rows.setAll(known.stream()
                .filter(unit -> unit.resourceId().equals(wanted))
                .map(this::row)
                .sorted(Comparator.comparingInt((UnitRow row) -> row.name().length())
                        .thenComparing(UnitRow::name))
                .toList());
        if (before != null) {
            selected.set(rows.stream()
                    .filter(row -> row.unit().id().equals(before.unit().id()))
                    .findFirst()
                    .orElse(null));
            name.set(typed);
        }
    }

    void hide() {
        selected.set(null);
        resource.set(null);
        rows.clear();
        name.set("");
        fault.set("");
    }

    private UnitRow row(Unit unit) {
        return new UnitRow(
                unit,
                unit.name(),
                unit.open() ? messages.text("catalog.unit.open") : messages.text("catalog.unit.closed"));
    }

    public void add() {
        ResourceId here = resource.get();
        if (here != null && addAllowed().getValue() && isNamed()) {
            selected.set(null);
            String typed = name.get().strip();
            send(catalog -> catalog.createUnit(here, new UnitTerms(typed, true)), () -> name.set(""));
        }
    }

    public void rename() {
        UnitRow row = selected.get();
        if (row != null && changeAllowed().getValue() && isNamed()) {
            UnitTerms terms = new UnitTerms(name.get().strip(), row.unit().open());
            send(catalog -> catalog.changeUnit(row.unit(), terms), () -> {});
        }
    }

    /// Takes the chosen unit out of service, or puts it back.
    public void switchService() {
        UnitRow row = selected.get();
        if (row != null && changeAllowed().getValue()) {
            UnitTerms terms = new UnitTerms(row.name(), !row.unit().open());
            send(catalog -> catalog.changeUnit(row.unit(), terms), () -> {});
        }
    }

    private boolean isNamed() {
        String typed = name.get().strip();
        fault.set(
                typed.isEmpty()
                        ? messages.text("catalog.fault.empty")
                        : typed.length() > LONGEST_NAME ? messages.text("catalog.fault.long", LONGEST_NAME) : "");
        return fault.get().isEmpty();
    }

    private void send(Function<CatalogApi, ApiOutcome<Unit>> call, Runnable done) {
        working.set(true);
        fault.set("");
        tasks.run(() -> call.apply(runtime.api().catalog()))
                .onDone(outcome -> {
                    working.set(false);
                    switch (outcome) {
                        case ApiOutcome.Answered<Unit>(Unit unit) -> {
                            done.run();
                            put(unit);
                        }
                        case ApiOutcome.Refused<Unit>(Problem problem) ->
                            fault.set(
                                    problem.type() == ProblemType.ALREADY_EXISTS
                                            ? messages.text("catalog.unit.exists")
                                            : answers.refusal(problem));
                        case ApiOutcome.Unanswered<Unit> _ -> fault.set(answers.silence());
                    }
                })
                .onFailed(failure -> {
                    working.set(false);
                    fault.set(answers.failure());
                });
    }

    private void put(Unit unit) {
        known = Stream.concat(known.stream().filter(each -> !each.id().equals(unit.id())), Stream.of(unit))
                .toList();
        show(Objects.requireNonNull(resource.get()));
    }

    public ObservableList<UnitRow> rows() {
        return rows;
    }

    public ObjectProperty<@Nullable UnitRow> selectedProperty() {
        return selected;
    }

    public StringProperty nameProperty() {
        return name;
    }

    public ReadOnlyStringProperty faultProperty() {
        return fault.getReadOnlyProperty();
    }

    public ObservableValue<String> switchServiceText() {
        return selected.map(row ->
                        row.unit().open() ? messages.text("catalog.unit.stop") : messages.text("catalog.unit.start"))
                .orElse(messages.text("catalog.unit.stop"));
    }

    public ObservableValue<Boolean> addAllowed() {
        return Bindings.createBooleanBinding(() -> resource.get() != null && !working.get(), resource, working);
    }

    public ObservableValue<Boolean> changeAllowed() {
        return Bindings.createBooleanBinding(() -> selected.get() != null && !working.get(), selected, working);
    }
}
