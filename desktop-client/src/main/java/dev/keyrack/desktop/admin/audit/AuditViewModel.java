package dev.keyrack.desktop.admin.audit;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.Subscription;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.sync.ScopeFollower;
import dev.keyrack.contract.audit.Alert;
import dev.keyrack.contract.audit.AuditPage;
import dev.keyrack.contract.audit.AuditRecord;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.desktop.admin.AnswerText;
import dev.keyrack.desktop.form.Option;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The server's audit record, the newest first, narrowed by site, days, kind, person and record; and the alerts. It
/// is not copied here: without the server there is nothing to see.
public final class AuditViewModel implements ViewModel {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration SHOWN = Duration.ofDays(7);

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final Clock clock;
    private final AnswerText answers;
    private final AuditWords words;
    private final AuditSites sites;
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> to = new SimpleObjectProperty<>();
    private final ObjectProperty<AuditKind> kind = new SimpleObjectProperty<>(AuditKind.ALL);
    private final StringProperty subject = new SimpleStringProperty("");
    private final StringProperty actor = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable AuditRow> selected = new SimpleObjectProperty<>();
    private final ObservableList<AuditRow> rows = FXCollections.observableArrayList();
    private final ObservableList<String> alerts = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private ZoneId zone = ZoneId.of("UTC");
    private String askedSite = "";
    private @Nullable Long next;
    private int asked;
    private Subscription watching = () -> {};
    private Instant watched = Instant.EPOCH;

    public AuditViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages, Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        this.clock = clock;
        answers = new AnswerText(messages);
        sites = new AuditSites(runtime, messages);
        words = new AuditWords(messages, sites::name);
    }

    /// Shows days and times as they are at a site.
    public void open(Site site) {
        zone = site.timeZone();
        rows.clear();
        alerts.clear();
        clear();
    }

    /// Looks for alerts whenever something happens at the site, at most once in a minute, whatever screen is in view.
    public void watch() {
        rest();
        watching = runtime.observeCopy(follow -> {
            if (follow == ScopeFollower.Follow.CHANGED) {
                tasks.show(this::lookAgain);
            }
        });
        lookAgain();
    }

    /// Looks for alerts no more.
    public void rest() {
        watching.close();
        watched = Instant.EPOCH;
    }

    private void lookAgain() {
        Instant now = clock.instant();
        if (!now.isBefore(watched.plus(PAUSE))) {
            watched = now;
            showAlerts();
        }
    }

    @Override
    public void onShow() {
        show();
        showAlerts();
    }

    @Override
    public void onHide() {
        // nothing follows the server
    }

    private void clear() {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        from.set(today.minusDays(6));
        to.set(today);
        kind.set(AuditKind.ALL);
        sites.clear();
        subject.set("");
        actor.set("");
    }

    /// Forgets all that the record was narrowed to.
    public void showAll() {
        clear();
        show();
    }

    /// Shows what the person of the selected entry did.
    public void showPerson() {
        AuditRow row = selected.get();
        if (row != null) {
            actor.set(row.record().actorId().value());
            show();
        }
    }

    /// Shows what was done to the record of the selected entry.
    public void showSubject() {
        AuditRow row = selected.get();
        if (row != null) {
            subject.set(row.subject());
            show();
        }
    }

    /// Shows another site, once one is chosen.
    public void showSite() {
        if (!sites.code().equals(askedSite)) {
            show();
        }
    }

    /// Asks for the newest entries.
    public void show() {
        askedSite = sites.code();
        Map<String, String> wanted = criteria();
        int question = ++asked;
        notice.set("");
        tasks.run(() -> {
                    sites.read();
                    return runtime.api().audit().list(wanted);
                })
                .onDone(outcome -> {
                    if (question == asked) {
                        sites.offer();
                        rows.clear();
                        take(outcome);
                    }
                })
                .onFailed(failure -> notice.set(answers.failure()));
    }

    /// Asks for those after the last.
    public void showMore() {
        Long before = next;
        if (before == null) {
            return;
        }
        Map<String, String> wanted = criteria();
        wanted.put("before", before.toString());
        int question = ++asked;
        tasks.run(() -> runtime.api().audit().list(wanted))
                .onDone(outcome -> {
                    if (question == asked) {
                        take(outcome);
                    }
                })
                .onFailed(failure -> notice.set(answers.failure()));
    }

    /// Those of the last seven days.
    private void showAlerts() {
        Instant since = clock.instant().minus(SHOWN);
        tasks.run(() -> runtime.api().audit().listAlerts())
                .onDone(outcome -> {
                    if (outcome instanceof ApiOutcome.Answered<List<Alert>>(List<Alert> found)) {
                        alerts.setAll(found.stream()
                                .filter(alert -> alert.at().isAfter(since))
                                .map(alert -> words.alert(alert, moment(alert.at())))
                                .toList());
                    }
                })
                .onFailed(failure -> notice.set(answers.failure()));
    }

    private Map<String, String> criteria() {
        Map<String, String> wanted = new LinkedHashMap<>();
        LocalDate first = from.get();
        LocalDate last = to.get();
        if (first != null) {
            wanted.put("from", first.atStartOfDay(zone).toInstant().toString());
        }
        if (last != null) {
            wanted.put("to", last.plusDays(1).atStartOfDay(zone).toInstant().toString());
        }
        put(wanted, "action", kind.get().action());
        put(wanted, "site", sites.code());
        put(wanted, "subject", subject.get().strip());
        put(wanted, "actor", actor.get().strip());
        return wanted;
    }

    private static void put(Map<String, String> wanted, String name, String text) {
        if (!text.isEmpty()) {
            wanted.put(name, text);
        }
    }

    private void take(ApiOutcome<AuditPage> outcome) {
        switch (outcome) {
            case ApiOutcome.Answered<AuditPage>(AuditPage page) -> {
                rows.addAll(page.entries().stream().map(this::row).toList());
                next = page.next();
            }
            case ApiOutcome.Refused<AuditPage>(var problem) -> fail(answers.refusal(problem));
            case ApiOutcome.Unanswered<AuditPage> _ -> fail(messages.text("audit.notice.silent"));
        }
        more.set(next != null);
    }

    private void fail(String text) {
        notice.set(text);
        next = null;
    }

    private AuditRow row(AuditRecord entry) {
        return new AuditRow(entry, moment(entry.at()), words.who(entry), words.what(entry), words.detail(entry));
    }

    /// The number of an entry, and when it was written to the second.
    String exact(AuditRow row) {
        return messages.text(
                "audit.pane.number",
                Long.toString(row.record().seq()),
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                        .withLocale(messages.locale())
                        .format(row.record().at().atZone(zone)));
    }

    private String moment(Instant at) {
        return new Dates(messages.locale()).moment(at, zone);
    }

    /// Writes what the record is narrowed to into a file, as the server gives it: comma-separated values.
    public void export(Path file) {
        Map<String, String> wanted = criteria();
        tasks.run(() -> write(file, runtime.api().audit().export(wanted)))
                .onDone(notice::set)
                .onFailed(failure -> notice.set(messages.text("audit.csv.failed")));
    }

    private String write(Path file, ApiOutcome<byte[]> outcome) throws IOException {
        return switch (outcome) {
            case ApiOutcome.Answered<byte[]>(byte[] content) -> {
                Files.write(file, content);
                yield messages.text("audit.csv.written", file.getFileName());
            }
            case ApiOutcome.Refused<byte[]>(var problem) -> answers.refusal(problem);
            case ApiOutcome.Unanswered<byte[]> _ -> messages.text("audit.notice.silent");
        };
    }

    List<AuditKind> kinds() {
        return Stream.of(AuditKind.values()).toList();
    }

    String kindName(AuditKind named) {
        return words.kind(named);
    }

    public ObservableList<AuditRow> rows() {
        return rows;
    }

    public ObservableList<String> alerts() {
        return alerts;
    }

    /// How many of them wait for somebody.
    public ObservableValue<Integer> alertCount() {
        return Bindings.size(alerts).map(Number::intValue);
    }

    public ObjectProperty<@Nullable AuditRow> selectedProperty() {
        return selected;
    }

    public ObjectProperty<@Nullable LocalDate> fromProperty() {
        return from;
    }

    public ObjectProperty<@Nullable LocalDate> toProperty() {
        return to;
    }

    public ObjectProperty<AuditKind> kindProperty() {
        return kind;
    }

    /// The sites to choose from; empty for who works at one only.
    public ObservableList<Option> sites() {
        return sites.options();
    }

    public ObjectProperty<@Nullable Option> siteProperty() {
        return sites.chosenProperty();
    }

    public StringProperty subjectProperty() {
        return subject;
    }

    public StringProperty actorProperty() {
        return actor;
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    Locale locale() {
        return messages.locale();
    }
}
