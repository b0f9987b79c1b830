package dev.keyrack.desktop.account;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.contract.identity.ActiveSession;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.desktop.admin.AnswerText;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Where somebody is signed in; each session but the one at hand can be ended.
public final class SessionsViewModel implements ViewModel {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final Clock clock;
    private final AnswerText answers;
    private final ObservableList<SessionRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable SessionRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper trouble = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

    SessionsViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages, Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        this.clock = clock;
        answers = new AnswerText(messages);
    }

    @Override
    public void onShow() {
        say(false, "");
        read();
    }

    @Override
    public void onHide() {}

    void forget() {
        rows.clear();
        say(false, "");
    }

    void read() {
        tasks.run(() -> runtime.api().own().listSessions())
                .onDone(this::take)
                .onFailed(failure -> say(true, answers.failure()));
    }

    private void take(ApiOutcome<List<ActiveSession>> outcome) {
        switch (outcome) {
            case ApiOutcome.Answered<List<ActiveSession>>(List<ActiveSession> found) ->
                rows.setAll(found.stream()
                        .sorted(Comparator.comparing(ActiveSession::current)
                                .thenComparing(ActiveSession::lastUsedAt)
                                .reversed())
                        .map(this::row)
                        .toList());
            case ApiOutcome.Refused<List<ActiveSession>>(Problem problem) -> say(true, answers.refusal(problem));
            case ApiOutcome.Unanswered<List<ActiveSession>> _ -> say(true, messages.text("account.notice.silent"));
        }
    }

    private SessionRow row(ActiveSession session) {
        Dates dates = new Dates(messages.locale());
        return new SessionRow(
                session,
                ClientNameRule.name(session.client()).orElse(messages.text("account.session.unknown")),
                dates.moment(session.createdAt(), clock.getZone()),
                dates.moment(session.lastUsedAt(), clock.getZone()),
                session.current() ? messages.text("account.session.current") : "");
    }

    /// Ends the selected session.
    public void end() {
        SessionRow row = selected.get();
        if (row == null || !endAllowed().getValue()) {
            return;
        }
        working.set(true);
        tasks.run(() -> runtime.api().own().endSession(row.session().sessionId()))
                .onDone(outcome -> {
                    working.set(false);
                    hear(row, outcome);
                })
                .onFailed(failure -> {
                    working.set(false);
                    say(true, answers.failure());
                });
    }

    private void hear(SessionRow row, ApiOutcome<Void> outcome) {
        switch (outcome) {
            case ApiOutcome.Answered<Void> _ -> say(false, messages.text("account.session.ended", row.program()));
            case ApiOutcome.Refused<Void>(Problem problem)
            when problem.type() == ProblemType.NOT_FOUND -> say(false, messages.text("account.session.over"));
            case ApiOutcome.Refused<Void>(Problem problem) -> say(true, answers.refusal(problem));
            case ApiOutcome.Unanswered<Void> _ -> say(true, answers.silence());
        }
        read();
    }

    private void say(boolean bad, String text) {
        trouble.set(bad);
        notice.set(text);
    }

    public ObservableList<SessionRow> rows() {
        return rows;
    }

    public ObjectProperty<@Nullable SessionRow> selectedProperty() {
        return selected;
    }

    public ObservableValue<Boolean> endAllowed() {
        return Bindings.createBooleanBinding(
                () -> {
                    SessionRow row = selected.get();
                    return !working.get() && row != null && !row.current();
                },
                selected,
                working);
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
