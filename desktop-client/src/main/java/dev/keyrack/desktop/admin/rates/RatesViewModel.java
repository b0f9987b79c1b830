package dev.keyrack.desktop.admin.rates;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.ClientJson;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.availability.Calendar;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.ResourceRates;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.desktop.admin.AnswerText;
import dev.keyrack.desktop.admin.DaySpan;
import dev.keyrack.desktop.copy.CopyReading;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A resource's calendar, and the change of its rates and rules that is being thought about. A change is asked of the
/// server first, its effect is shown day by day, and only what was shown can be saved.
public final class RatesViewModel implements ViewModel {

    static final int MONTHS = 2;

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final Clock clock;
    private final AnswerText answers;
    private final RatesText words;
    private final RatesCards cards;
    private final CopyReading<List<ResourceChoice>> reading;
    private final RatesFormViewModel form;
    private final OccurrencesViewModel occurrences;
    private final ObservableList<ResourceChoice> resources = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable ResourceChoice> selected = new SimpleObjectProperty<>();
    private final DaySpan chosen;
    private final ObservableList<DayCard> days = FXCollections.observableArrayList();
    private final ObservableList<RuleRow> rules = FXCollections.observableArrayList();
    private final ObservableList<String> effects = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper effectTitle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable ResourceRates> previewed = new ReadOnlyObjectWrapper<>();
    private @Nullable UnaryOperator<ResourceRates> edit;
    private List<DayTerms> present = List.of();
    private boolean settling;

    public RatesViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages, Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        this.clock = clock;
        answers = new AnswerText(messages);
        words = new RatesText(messages);
        cards = new RatesCards(messages);
        form = new RatesFormViewModel(messages, this::forget);
        occurrences = new OccurrencesViewModel(runtime, tasks, messages, this::load);
        chosen = new DaySpan(MONTHS, new Dates(messages.locale()), LocalDate.now(clock));
        reading =
                new CopyReading<>(runtime, tasks, ResourceChoice::list, this::take, _ -> notice.set(answers.failure()));
        selected.subscribe(this::choose);
    }

    /// Shows a site from now on.
    public void open(SiteCopy copy) {
        selected.set(null);
        resources.clear();
        chosen.begin(LocalDate.now(clock.withZone(copy.site().timeZone())));
        occurrences.open(copy);
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

    private void take(List<ResourceChoice> found) {
        ResourceChoice before = selected.get();
        ResourceChoice now = found.stream()
                .filter(each -> before != null
                        && each.resource().id().equals(before.resource().id()))
                .findFirst()
                .orElse(found.isEmpty() ? null : found.getFirst());
        boolean newer = before == null || now == null || !now.equals(before);
        settling = true;
        resources.setAll(found);
        selected.set(now);
        settling = false;
        if (newer) {
            choose(now);
        } else {
            load();
        }
    }

    private void choose(@Nullable ResourceChoice choice) {
        if (settling) {
            return;
        }
        days.clear();
        rules.clear();
        forget();
        if (choice != null) {
            Resource resource = choice.resource();
            rules.setAll(Stream.concat(
                            resource.rates().stream().map(rate -> words.row(rate, resource.currency())),
                            resource.rules().stream().map(words::row))
                    .toList());
            occurrences.show(resource);
            load();
        }
    }

    /// Reads the months in view anew.
    private void load() {
        ResourceChoice choice = selected.get();
        if (choice == null) {
            return;
        }
        Resource resource = choice.resource();
        LocalDate from = chosen.first();
        LocalDate to = chosen.last();
        tasks.run(() -> runtime.api()
                        .catalog()
                        .getCalendar(
                                resource.id(), from.toString(), to.plusDays(1).toString()))
                .onDone(outcome -> {
                    if (choice.equals(selected.get()) && from.equals(chosen.first())) {
                        answerCalendar(outcome, resource);
                    }
                })
                .onFailed(failure -> notice.set(answers.failure()));
    }

    private void answerCalendar(ApiOutcome<Calendar> outcome, Resource resource) {
        switch (outcome) {
            case ApiOutcome.Answered<Calendar>(Calendar calendar) -> {
                present = CalendarRule.days(
                        calendar, resource.rules(), resource.timeZone(), chosen.first(), chosen.last());
                occurrences.take(calendar);
                show(resource, present, Set.of());
            }
            case ApiOutcome.Refused<Calendar>(Problem problem) -> notice.set(answers.refusal(problem));
            case ApiOutcome.Unanswered<Calendar> _ -> notice.set(messages.text("rates.notice.offline"));
        }
    }

    private void show(Resource resource, List<DayTerms> terms, Set<LocalDate> changing) {
        LocalDate today = LocalDate.now(clock.withZone(resource.timeZone()));
        days.setAll(terms.stream()
                .map(day -> cards.card(day, resource.currency(), today, changing))
                .toList());
    }

    /// Goes some months on, or back.
    public void turn(int months) {
        chosen.turn(months);
        days.clear();
        forget();
        load();
    }

    /// Chooses one day.
    void select(LocalDate date) {
        chosen.choose(date);
        reveal(date);
        forget();
    }

    /// Chooses the days up to this one.
    void extendTo(LocalDate date) {
        chosen.extendTo(date);
        reveal(date);
        forget();
    }

    private void reveal(LocalDate date) {
        int months = chosen.turnsTo(date);
        if (months != 0) {
            turn(months);
        }
    }

    /// Asks what the form would change.
    public void preview() {
        ResourceChoice choice = selected.get();
        if (choice == null || working.get()) {
            return;
        }
        forget();
        int places = choice.resource().currency().getDecimalPlaces();
        form.read(new RatesFormViewModel.Span(chosen.from(), chosen.to(), places))
                .ifPresent(typed -> {
                    if (typed.isEmpty() || !form.hasWeekday()) {
                        notice.set(messages.text("rates.notice.nothing"));
                    } else {
                        ask(rates -> RatesRule.add(rates, typed.rates(), typed.rules()));
                    }
                });
    }

    void remove(RuleRow row) {
        forget();
        ask(rates -> RatesRule.remove(rates, row.rule()));
    }

    void move(RuleRow row, int places) {
        forget();
        ask(rates -> RatesRule.move(rates, row.rule(), places));
    }

    private void ask(UnaryOperator<ResourceRates> change) {
        ResourceChoice choice = selected.get();
        if (choice == null || working.get()) {
            return;
        }
        Resource resource = choice.resource();
        ResourceRates wanted = change.apply(new ResourceRates(resource.rates(), resource.rules()));
        LocalDate from = chosen.from().isBefore(chosen.first()) ? chosen.from() : chosen.first();
        LocalDate to = chosen.to().isAfter(chosen.last()) ? chosen.to() : chosen.last();
        edit = change;
        working.set(true);
        tasks.run(() -> choice.compare(runtime.api().catalog(), wanted, from, to))
                .onDone(outcome -> {
                    working.set(false);
                    if (change.equals(edit)) {
                        answerPreview(outcome, resource, wanted);
                    }
                })
                .onFailed(failure -> {
                    working.set(false);
                    notice.set(answers.failure());
                });
    }

    private void answerPreview(ApiOutcome<List<CalendarRule.Effect>> outcome, Resource resource, ResourceRates wanted) {
        switch (outcome) {
            case ApiOutcome.Answered<List<CalendarRule.Effect>>(List<CalendarRule.Effect> found) -> {
                previewed.set(wanted);
                effects.setAll(found.stream()
                        .map(effect -> words.effect(effect, resource.currency()))
                        .toList());
                effectTitle.set(messages.text("rates.effect.title", found.size()));
                show(
                        resource,
                        CalendarRule.applied(present, found),
                        found.stream().map(each -> each.after().date()).collect(Collectors.toSet()));
            }
            case ApiOutcome.Refused<List<CalendarRule.Effect>>(Problem problem) -> notice.set(answers.refusal(problem));
            case ApiOutcome.Unanswered<List<CalendarRule.Effect>> _ ->
                notice.set(messages.text("rates.notice.offline"));
        }
    }

    /// Saves what was shown.
    public void save() {
        ResourceChoice choice = selected.get();
        ResourceRates wanted = previewed.get();
        if (choice == null || wanted == null || working.get()) {
            return;
        }
        working.set(true);
        tasks.run(() -> runtime.api().catalog().changeRates(choice.resource(), wanted))
                .onDone(outcome -> {
                    working.set(false);
                    switch (outcome) {
                        case ApiOutcome.Answered<Resource>(Resource now) -> {
                            form.clear();
                            put(now);
                            notice.set(messages.text("rates.notice.saved"));
                        }
                        case ApiOutcome.Refused<Resource>(Problem problem) -> refuse(problem);
                        case ApiOutcome.Unanswered<Resource> _ -> notice.set(answers.silence());
                    }
                })
                .onFailed(failure -> {
                    working.set(false);
                    notice.set(answers.failure());
                });
    }

    private void put(Resource now) {
        ResourceChoice choice = new ResourceChoice(now);
        settling = true;
        resources.replaceAll(each -> each.resource().id().equals(now.id()) ? choice : each);
        selected.set(choice);
        settling = false;
        choose(choice);
    }

    /// When somebody else was faster, the same change is shown again on top of theirs.
    private void refuse(Problem problem) {
        UnaryOperator<ResourceRates> change = edit;
        if (problem.type() == ProblemType.STALE_REVISION && problem.current() != null && change != null) {
            put(ClientJson.read(ClientJson.write(problem.current()), Resource.class));
            ask(change);
            notice.set(messages.text("rates.notice.stale"));
        } else {
            notice.set(answers.refusal(problem));
        }
    }

    /// What was shown as a change does not belong to what is typed any more.
    public void forget() {
        notice.set("");
        if (edit != null) {
            edit = null;
            previewed.set(null);
            effects.clear();
            effectTitle.set("");
            ResourceChoice choice = selected.get();
            if (choice != null && !days.isEmpty()) {
                show(choice.resource(), present, Set.of());
            }
        }
    }

    public ObservableList<ResourceChoice> resources() {
        return resources;
    }

    public ObjectProperty<@Nullable ResourceChoice> selectedProperty() {
        return selected;
    }

    public ObservableList<DayCard> days() {
        return days;
    }

    public ObservableList<RuleRow> rules() {
        return rules;
    }

    public ObservableList<String> effects() {
        return effects;
    }

    public ReadOnlyStringProperty effectTitleProperty() {
        return effectTitle.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public DaySpan chosen() {
        return chosen;
    }

    public ObservableValue<Boolean> saveAllowed() {
        return Bindings.createBooleanBinding(() -> previewed.get() != null && !working.get(), previewed, working);
    }

    public ObservableValue<Boolean> previewAllowed() {
        return Bindings.createBooleanBinding(() -> selected.get() != null && !working.get(), selected, working);
    }

    public ObservableValue<Boolean> hasPerformances() {
        return selected.map(ResourceChoice::hasPerformances).orElse(false);
    }

    public RatesFormViewModel form() {
        return form;
    }

    public OccurrencesViewModel occurrences() {
        return occurrences;
    }
}
