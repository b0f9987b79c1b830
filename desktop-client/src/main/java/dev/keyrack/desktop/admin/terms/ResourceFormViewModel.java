package dev.keyrack.desktop.admin.terms;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.ClientJson;
import dev.keyrack.contract.catalog.CreateResource;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.ResourceType;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.desktop.admin.AnswerText;
import dev.keyrack.desktop.admin.Figures;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The terms of one resource in a form. What was typed stays until it is saved or taken back by hand: over a refusal, a
/// look at another resource, and a change by somebody else, which is shown and brought in where it does not clash.
public final class ResourceFormViewModel implements ViewModel {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final AnswerText answers;
    private final FormText words;
    private final Figures figures;
    private final Consumer<Resource> kept;
    private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
    private final Map<Field, ReadOnlyStringWrapper> faults = new EnumMap<>(Field.class);
    private final StringProperty typeName = new SimpleStringProperty();
    private final BooleanProperty onRequest = new SimpleBooleanProperty();
    private final ObservableList<String> amenities = FXCollections.observableArrayList();
    private final TaxesViewModel taxes;
    private final ObservableList<String> theirs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Resource> seen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper trouble = new ReadOnlyBooleanWrapper();
    private final Map<ResourceId, Unsaved> unsaved = new HashMap<>();
    private @Nullable ResourceDraft unsavedNew;
    private ResourceDraft original = ResourceDraft.blank();
    private @Nullable Site site;
    private boolean filling;

    /// What was typed and not saved, and on top of which state.
    private record Unsaved(Resource seen, ResourceDraft draft) {}

    /// @param kept is told of each state that the server gave
    public ResourceFormViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages, Consumer<Resource> kept) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        this.kept = kept;
        answers = new AnswerText(messages);
        words = new FormText(messages);
        figures = new Figures(messages.locale());
        taxes = new TaxesViewModel(messages, this::check);
        for (Field field : Field.values()) {
            StringProperty text = new SimpleStringProperty("");
            text.subscribe(this::check);
            texts.put(field, text);
            faults.put(field, new ReadOnlyStringWrapper(""));
        }
        typeName.subscribe(this::check);
        onRequest.subscribe(this::check);
        amenities.subscribe(this::check);
    }

    @Override
    public void onShow() {}

    @Override
    public void onHide() {}

    public void open(Site opened) {
        setAside();
        site = opened;
        seen.set(null);
        shown.set(false);
    }

    /// Opens a resource, with what was typed into it and not saved.
    public void show(Resource resource) {
        setAside();
        Unsaved earlier = unsaved.remove(resource.id());
        clear();
        if (earlier == null) {
            begin(resource);
        } else {
            begin(earlier.seen());
            fill(earlier.draft());
            refresh(resource);
        }
        shown.set(true);
    }

    private void begin(Resource resource) {
        seen.set(resource);
        original = ResourceDraft.of(resource.terms(), figures);
        fill(original);
    }

    /// Begins a resource that is not there yet.
    public void create() {
        setAside();
        clear();
        seen.set(null);
        original = ResourceDraft.blank();
        fill(unsavedNew == null ? original : unsavedNew);
        unsavedNew = null;
        shown.set(true);
    }

    private void setAside() {
        Resource resource = seen.get();
        if (shown.get() && changed.get()) {
            if (resource == null) {
                unsavedNew = draft();
            } else {
                unsaved.put(resource.id(), new Unsaved(resource, draft()));
            }
        }
    }

    /// The resource as it is now: brought into the form, and shown if somebody is typing there.
    public void refresh(Resource now) {
        Resource before = seen.get();
        if (before == null
                || !before.id().equals(now.id())
                || before.revision().number() >= now.revision().number()) {
            return;
        }
        ResourceDraft base = original;
        ResourceDraft mine = draft();
        ResourceDraft other = ResourceDraft.of(now.terms(), figures);
        seen.set(now);
        original = other;
        fill(DraftMergeRule.merge(base, mine, other));
        if (!mine.equals(base)) {
            theirs.setAll(words.changes(base, mine, other));
        }
    }

    private void fill(ResourceDraft draft) {
        filling = true;
        texts.forEach((field, text) -> text.set(draft.text(field)));
        typeName.set(typeName(draft.type()));
        onRequest.set(draft.onRequest());
        amenities.setAll(draft.amenities());
        taxes.fill(draft.taxes());
        filling = false;
        check();
    }

    private void clear() {
        notice.set("");
        trouble.set(false);
        theirs.clear();
        faults.values().forEach(fault -> fault.set(""));
    }

    private void check() {
        if (!filling) {
            changed.set(!draft().equals(original));
        }
    }

    private ResourceDraft draft() {
        Map<Field, String> typed = new EnumMap<>(Field.class);
        texts.forEach((field, text) -> typed.put(field, text.get()));
        return new ResourceDraft(words.typeOf(typeName.get()), typed, amenities, taxes.listTaxes(), onRequest.get());
    }

    /// What a kind of resource is called.
    public String typeName(ResourceType type) {
        return words.type(type);
    }

    /// Throws away what was typed.
    public void reset() {
        clear();
        fill(original);
    }

    public void save() {
        Site here = site;
        if (here == null || !saveAllowed().getValue()) {
            return;
        }
        clear();
        ResourceDraft typed = draft();
        Resource before = seen.get();
        List<String> images = before == null ? List.of() : before.terms().images();
        TermsRule.Reading reading = TermsRule.read(typed, here.currency().getDecimalPlaces(), images);
        reading.faults().forEach((field, fault) -> fault(field).set(words.fault(fault)));
        if (reading.terms().isEmpty()) {
            complain(messages.text("catalog.form.faulty", reading.faults().size()));
            return;
        }
        ResourceTerms terms = reading.terms().get();
        var catalog = runtime.api().catalog();
        send(() -> before == null
                ? catalog.createResource(new CreateResource(here.id(), terms))
                : catalog.changeResource(before, terms));
    }

    /// Takes the resource off sale, or puts it on sale again.
    public void switchSale() {
        Resource before = seen.get();
        if (before != null && !working.get()) {
            clear();
            Resource.State next = before.state() == Resource.State.OPEN ? Resource.State.CLOSED : Resource.State.OPEN;
            send(() -> runtime.api().catalog().setState(before, next));
        }
    }

    private void send(Callable<ApiOutcome<Resource>> work) {
        ResourceDraft sent = draft();
        Resource before = seen.get();
        working.set(true);
        tasks.run(work)
                .onDone(outcome -> {
                    working.set(false);
                    switch (outcome) {
                        case ApiOutcome.Answered<Resource>(Resource now) -> accept(before, sent, now);
                        case ApiOutcome.Refused<Resource>(Problem problem) -> refuse(problem);
                        case ApiOutcome.Unanswered<Resource> _ -> complain(answers.silence());
                    }
                })
                .onFailed(failure -> {
                    working.set(false);
                    complain(answers.failure());
                });
    }

    private void accept(@Nullable Resource before, ResourceDraft sent, Resource now) {
        ResourceDraft result = ResourceDraft.of(now.terms(), figures);
        boolean onlyState = before != null && now.terms().equals(before.terms());
        if (before != null && !isShown(before)) {
            unsaved.remove(now.id());
        } else {
            // what was typed while it was on its way stays
            ResourceDraft base = onlyState ? original : sent;
            ResourceDraft mine = draft();
            seen.set(now);
            original = result;
            fill(DraftMergeRule.merge(base, mine, result));
            notice.set(messages.text(changed.get() ? "catalog.form.unsaved" : "catalog.form.saved"));
        }
        kept.accept(now);
    }

    private boolean isShown(Resource resource) {
        Resource present = seen.get();
        return present != null && present.id().equals(resource.id());
    }

    private void refuse(Problem problem) {
        complain(answers.refusal(problem));
        if (problem.type() == ProblemType.STALE_REVISION && problem.current() != null) {
            refresh(ClientJson.read(ClientJson.write(problem.current()), Resource.class));
        }
    }

    private void complain(String text) {
        trouble.set(true);
        notice.set(text);
    }

    public void addAmenity(String amenity) {
        String added = amenity.strip();
        if (!added.isEmpty() && !amenities.contains(added)) {
            amenities.add(added);
        }
    }

    public void removeAmenity(String amenity) {
        amenities.remove(amenity);
    }

    StringProperty text(Field field) {
        return texts.computeIfAbsent(field, _ -> new SimpleStringProperty(""));
    }

    ReadOnlyStringWrapper fault(Field field) {
        return faults.computeIfAbsent(field, _ -> new ReadOnlyStringWrapper(""));
    }

    public StringProperty typeNameProperty() {
        return typeName;
    }

    public List<String> typeNames() {
        return Stream.of(ResourceType.values()).map(this::typeName).toList();
    }

    /// What is being described is sold by time.
    public ObservableValue<Boolean> timed() {
        return typeName.map(_ -> words.typeOf(typeName.get()) == ResourceType.APPOINTMENT);
    }

    public BooleanProperty onRequestProperty() {
        return onRequest;
    }

    public ObservableList<String> amenities() {
        return amenities;
    }

    public TaxesViewModel taxes() {
        return taxes;
    }

    /// What somebody else changed meanwhile, line by line.
    public ObservableList<String> theirs() {
        return theirs;
    }

    public ObservableValue<String> title() {
        return seen.map(resource -> resource.terms().name()).orElse(messages.text("catalog.form.fresh"));
    }

    public ObservableValue<String> state() {
        return seen.map(words::state).orElse(messages.text("catalog.state.fresh"));
    }

    public ObservableValue<Boolean> onSale() {
        return seen.map(resource -> resource.state() == Resource.State.OPEN).orElse(false);
    }

    public ObservableValue<String> switchSaleText() {
        return onSale().map(open -> open ? messages.text("catalog.form.close") : messages.text("catalog.form.open"));
    }

    /// Whether it is a resource that the server knows.
    public ObservableValue<Boolean> existing() {
        return seen.map(_ -> true).orElse(false);
    }

    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    public ObservableValue<Boolean> saveAllowed() {
        return Bindings.createBooleanBinding(
                () -> shown.get() && !working.get() && (changed.get() || seen.get() == null),
                shown,
                working,
                changed,
                seen);
    }

    public ObservableValue<Boolean> switchSaleAllowed() {
        return Bindings.createBooleanBinding(() -> seen.get() != null && !working.get(), seen, working);
    }
}
