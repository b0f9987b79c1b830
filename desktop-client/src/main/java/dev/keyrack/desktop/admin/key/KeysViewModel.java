package dev.keyrack.desktop.admin.key;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.partner.ApiKey;
import dev.keyrack.contract.partner.CreateApiKey;
import dev.keyrack.contract.partner.CreatedApiKey;
import dev.keyrack.contract.partner.KeyScope;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.desktop.admin.AnswerText;
import dev.keyrack.desktop.proof.ProofViewModel;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The keys of partners' programs for a site, and for the whole provider: one is made, and its secret shown once; one
/// is
/// ended.
public final class KeysViewModel implements ViewModel {

    private static final int USUAL_DAYS = 90;
    private static final int MOST_DAYS = 365;
    private static final int LONGEST_NAME = 80;

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final Clock clock;
    private final ProofViewModel proof;
    private final AnswerText answers;
    private final ObservableList<KeyRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable KeyRow> selected = new SimpleObjectProperty<>();
    private final StringProperty name = new SimpleStringProperty("");
    private final BooleanProperty catalog = new SimpleBooleanProperty(true);
    private final BooleanProperty bookings = new SimpleBooleanProperty();
    private final BooleanProperty everywhere = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable LocalDate> until = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable CreatedApiKey> made = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper adding = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper whole = new ReadOnlyBooleanWrapper();
    private @Nullable Site site;
    private int asked;

    public KeysViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages, Clock clock, ProofViewModel proof) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        this.clock = clock;
        this.proof = proof;
        answers = new AnswerText(messages);
        selected.subscribe(row -> {
            if (row != null) {
                adding.set(false);
                made.set(null);
                notice.set("");
            }
        });
    }

    /// Shows a site from now on.
    public void open(Site wanted) {
        if (!wanted.equals(site)) {
            site = wanted;
            rows.clear();
            selected.set(null);
            adding.set(false);
            made.set(null);
            notice.set("");
        }
    }

    @Override
    public void onShow() {
        whole.set(runtime.api().token().map(AccessToken::siteId).isEmpty());
        read();
    }

    /// A secret is for the eyes of who asked for it.
    @Override
    public void onHide() {
        made.set(null);
        question.set("");
    }

    private void read() {
        Site of = site;
        int mine = ++asked;
        if (of != null) {
            tasks.run(() -> runtime.api().keys().list())
                    .onDone(outcome -> {
                        if (mine == asked) {
                            hear(outcome, all -> show(all, of));
                        }
                    })
                    .onFailed(failure -> notice.set(answers.failure()));
        }
    }

    private <T> void hear(ApiOutcome<T> outcome, Consumer<T> done) {
        switch (outcome) {
            case ApiOutcome.Answered<T>(T value) -> done.accept(value);
            case ApiOutcome.Refused<T>(Problem problem) -> notice.set(answers.refusal(problem));
            case ApiOutcome.Unanswered<T> _ -> notice.set(answers.silence());
        }
    }

    private void show(List<ApiKey> all, Site of) {
        KeyRow before = selected.get();
        Instant now = clock.instant();
        rows.setAll(all.stream()
                .filter(key -> key.siteId() == null || key.siteId().equals(of.id()))
                .map(key -> row(key, of, now))
                .sorted(Comparator.comparing(KeyRow::good)
                        .reversed()
                        .thenComparing(row -> row.key().expiresAt()))
                .toList());
        if (before != null) {
            selected.set(rows.stream()
                    .filter(row -> row.key().keyId().equals(before.key().keyId()))
                    .findFirst()
                    .orElse(null));
        }
    }

    private KeyRow row(ApiKey key, Site of, Instant now) {
        Dates dates = new Dates(messages.locale());
        Instant used = key.lastUsedAt();
        Instant ended = key.endedAt();
        boolean good = ended == null && now.isBefore(key.expiresAt());
        LocalDate last = LocalDate.ofInstant(ended == null ? key.expiresAt() : ended, of.timeZone());
        return new KeyRow(
                key,
                good,
                key.name(),
                key.scopes().stream().sorted().map(this::scope).collect(Collectors.joining(", ")),
                key.siteId() == null ? messages.text("keys.site.all") : of.name(),
                messages.text(
                        ended != null ? "keys.until.ended" : good ? "keys.until.good" : "keys.until.over",
                        dates.date(last)),
                used == null ? messages.text("keys.used.never") : dates.moment(used, of.timeZone()));
    }

    private String scope(KeyScope scope) {
        return switch (scope) {
            case CATALOG -> messages.text("keys.scope.catalog");
            case BOOKINGS -> messages.text("keys.scope.bookings");
        };
    }

    /// Begins with a new key.
    public void begin() {
        selected.set(null);
        made.set(null);
        notice.set("");
        fault.set("");
        if (!adding.get()) {
            name.set("");
            catalog.set(true);
            bookings.set(false);
            everywhere.set(false);
            until.set(LocalDate.now(clock).plusDays(USUAL_DAYS));
        }
        adding.set(true);
    }

    /// Makes the key that was described.
    public void make() {
        Site of = site;
        LocalDate last = until.get();
        if (of == null || working.get() || !isComplete() || last == null) {
            return;
        }
        Instant expires = last.plusDays(1).atStartOfDay(of.timeZone()).toInstant();
        CreateApiKey wanted = new CreateApiKey(
                name.get().strip(), scopes(), whole.get() && everywhere.get() ? null : of.id(), expires);
        send(() -> runtime.api().keys().create(wanted), given -> {
            adding.set(false);
            made.set(given);
            read();
        });
    }

    private Set<KeyScope> scopes() {
        Set<KeyScope> chosen = EnumSet.noneOf(KeyScope.class);
        if (catalog.get()) {
            chosen.add(KeyScope.CATALOG);
        }
        if (bookings.get()) {
            chosen.add(KeyScope.BOOKINGS);
        }
        return chosen;
    }

    private boolean isComplete() {
        String typed = name.get().strip();
        fault.set(
                typed.isEmpty()
                        ? messages.text("keys.fault.empty")
                        : typed.length() > LONGEST_NAME ? messages.text("keys.fault.long", LONGEST_NAME) : "");
        LocalDate today = LocalDate.now(clock);
        LocalDate last = until.get();
        boolean inTime = last != null && !last.isBefore(today) && last.isBefore(today.plusDays(MOST_DAYS));
        notice.set(
                scopes().isEmpty()
                        ? messages.text("keys.fault.scope")
                        : inTime ? "" : messages.text("keys.fault.until"));
        return fault.get().isEmpty() && notice.get().isEmpty();
    }

    private <T> void send(Callable<ApiOutcome<T>> call, Consumer<T> done) {
        working.set(true);
        notice.set("");
        proof.run(call)
                .onDone(outcome -> {
                    working.set(false);
                    hear(outcome, done);
                })
                .onFailed(failure -> {
                    working.set(false);
                    notice.set(answers.failure());
                });
    }

    /// Asks whether the chosen key is to be ended.
    public void end() {
        KeyRow row = selected.get();
        if (row != null && row.good() && !working.get()) {
            question.set(messages.text("keys.question.text", row.name()));
        }
    }

    /// Does what was asked about.
    public void confirm() {
        KeyRow row = selected.get();
        boolean wasAsked = !question.get().isEmpty();
        question.set("");
        if (row != null && wasAsked) {
            send(() -> runtime.api().keys().end(row.key().keyId()), _ -> read());
        }
    }

    /// Leaves it.
    public void keep() {
        question.set("");
    }

    public ObservableList<KeyRow> rows() {
        return rows;
    }

    public ObjectProperty<@Nullable KeyRow> selectedProperty() {
        return selected;
    }

    public StringProperty nameProperty() {
        return name;
    }

    public BooleanProperty catalogProperty() {
        return catalog;
    }

    public BooleanProperty bookingsProperty() {
        return bookings;
    }

    /// Whether the key is for all sites of the provider.
    public BooleanProperty everywhereProperty() {
        return everywhere;
    }

    /// The last day on which the key is good.
    public ObjectProperty<@Nullable LocalDate> untilProperty() {
        return until;
    }

    /// The secret of the key that was just made, while it is shown; else empty.
    public ObservableValue<String> madeSecret() {
        return made.map(CreatedApiKey::secret).orElse("");
    }

    /// The identifier of the key that was just made.
    public ObservableValue<String> madeId() {
        return made.map(given -> given.key().keyId().value()).orElse("");
    }

    public ReadOnlyStringProperty faultProperty() {
        return fault.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// What to ask before a key is ended; empty if nothing.
    public ReadOnlyStringProperty questionProperty() {
        return question.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty addingProperty() {
        return adding.getReadOnlyProperty();
    }

    /// Whether who works here may give keys for all sites.
    public ReadOnlyBooleanProperty wholeProperty() {
        return whole.getReadOnlyProperty();
    }

    /// Whether nothing is shown beside the list.
    public ObservableValue<Boolean> idle() {
        return Bindings.createBooleanBinding(
                () -> !adding.get() && made.get() == null && selected.get() == null, adding, made, selected);
    }

    public ObservableValue<Boolean> endAllowed() {
        return Bindings.createBooleanBinding(
                () -> {
                    KeyRow row = selected.get();
                    return row != null && row.good() && !working.get();
                },
                selected,
                working);
    }

    public ObservableValue<Boolean> makeAllowed() {
        return working.map(busy -> !busy);
    }

    /// Where the partner's program gets its tokens.
    public String tokenAddress() {
        return runtime.server().resolve("/oauth/token").toString();
    }

    String text(String key) {
        return messages.text(key);
    }
}
