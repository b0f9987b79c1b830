package dev.keyrack.desktop.account;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.contract.identity.ChangePassword;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.desktop.account.PasswordFormRule.Fault;
import dev.keyrack.desktop.account.PasswordFormRule.Field;
import dev.keyrack.desktop.admin.AnswerText;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Changes one's own password. What was typed stays when it is refused, and is gone once the screen is left.
public final class PasswordViewModel implements ViewModel {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final AnswerText answers;
    private final Runnable changed;
    private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
    private final Map<Field, ReadOnlyStringWrapper> faults = new EnumMap<>(Field.class);
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper trouble = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

    /// @param changed is called when the password is another one
    PasswordViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages, Runnable changed) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        this.changed = changed;
        answers = new AnswerText(messages);
        for (Field field : Field.values()) {
            StringProperty text = new SimpleStringProperty("");
            ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
            text.subscribe((_, _) -> fault.set(""));
            texts.put(field, text);
            faults.put(field, fault);
        }
    }

    @Override
    public void onShow() {}

    @Override
    public void onHide() {
        clear();
        say(false, "");
    }

    private void clear() {
        texts.values().forEach(text -> text.set(""));
        faults.values().forEach(fault -> fault.set(""));
    }

    public void change() {
        if (working.get()) {
            return;
        }
        say(false, "");
        String present = text(Field.PRESENT).get();
        String fresh = text(Field.FRESH).get();
        Map<Field, Fault> found =
                PasswordFormRule.check(present, fresh, text(Field.AGAIN).get());
        faults.forEach((field, told) -> told.set(found.containsKey(field) ? words(found.get(field)) : ""));
        if (found.isEmpty()) {
            send(new ChangePassword(present, fresh));
        }
    }

    private String words(Fault fault) {
        return switch (fault) {
            case MISSING -> messages.text("account.fault.missing");
            case TOO_SHORT -> messages.text("account.fault.short", PasswordFormRule.SHORTEST);
            case TOO_LONG -> messages.text("account.fault.long", PasswordFormRule.LONGEST);
            case THE_SAME -> messages.text("account.fault.same");
            case NOT_THE_SAME -> messages.text("account.fault.different");
        };
    }

    private void send(ChangePassword wanted) {
        working.set(true);
        tasks.run(() -> runtime.changePassword(wanted))
                .onDone(outcome -> {
                    working.set(false);
                    hear(outcome);
                })
                .onFailed(failure -> {
                    working.set(false);
                    say(true, answers.failure());
                });
    }

    private void hear(ApiOutcome<Void> outcome) {
        switch (outcome) {
            case ApiOutcome.Answered<Void> _ -> {
                clear();
                say(false, messages.text("account.password.changed"));
                changed.run();
            }
            case ApiOutcome.Refused<Void>(Problem problem) -> refuse(problem);
            case ApiOutcome.Unanswered<Void> _ -> say(true, answers.silence());
        }
    }

    private void refuse(Problem problem) {
        switch (problem.type()) {
            case UNAUTHENTICATED -> fault(Field.PRESENT).set(messages.text("account.fault.wrong"));
            case WEAK_PASSWORD -> fault(Field.FRESH).set(messages.text("account.fault.weak"));
            case FORBIDDEN -> say(true, messages.text("proof.refusal.over"));
            case TOO_MANY_REQUESTS -> say(true, messages.text("account.password.often"));
            default -> say(true, answers.refusal(problem));
        }
    }

    private void say(boolean bad, String text) {
        trouble.set(bad);
        notice.set(text);
    }

    StringProperty text(Field field) {
        return Objects.requireNonNull(texts.get(field));
    }

    ReadOnlyStringWrapper fault(Field field) {
        return Objects.requireNonNull(faults.get(field));
    }

    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
