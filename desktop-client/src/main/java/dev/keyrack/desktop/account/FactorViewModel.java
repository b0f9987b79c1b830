package dev.keyrack.desktop.account;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.contract.factor.RecoveryCodes;
import dev.keyrack.contract.factor.SecondFactorKey;
import dev.keyrack.contract.identity.OneTimeCode;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.desktop.admin.AnswerText;
import dev.keyrack.desktop.proof.ProofViewModel;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The second factor of who is signed in: switched on in three steps, and off again. The recovery codes stay in view
/// until somebody says that they are kept.
public final class FactorViewModel implements ViewModel {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final ProofViewModel proof;
    private final AnswerText answers;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.UNKNOWN);
    private final ReadOnlyObjectWrapper<@Nullable SecondFactorKey> key = new ReadOnlyObjectWrapper<>();
    private final StringProperty code = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper codeFault = new ReadOnlyStringWrapper("");
    private final ObservableList<String> codes = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper trouble = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper("");

    /// How far it is.
    enum Stage {
        UNKNOWN,
        OFF,
        /// The authenticator is told the key, and shall show that it knows it.
        BEGUN,
        /// It is on, and the recovery codes are shown.
        CODES,
        ON
    }

    FactorViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages, ProofViewModel proof) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        this.proof = proof;
        answers = new AnswerText(messages);
        code.subscribe((_, _) -> codeFault.set(""));
    }

    @Override
    public void onShow() {}

    @Override
    public void onHide() {}

    void forget() {
        key.set(null);
        codes.clear();
        code.set("");
        stage.set(Stage.UNKNOWN);
        say(false, "");
    }

    /// What the server says; a step under way goes on.
    void take(boolean on) {
        if (stage.get() != Stage.CODES && !(stage.get() == Stage.BEGUN && !on)) {
            stage.set(on ? Stage.ON : Stage.OFF);
        }
    }

    /// Begins to switch it on.
    public void begin() {
        say(false, "");
        send(() -> runtime.api().own().beginFactor(), given -> {
            key.set(given);
            code.set("");
            stage.set(Stage.BEGUN);
        });
    }

    /// Leaves it off.
    public void cancel() {
        key.set(null);
        code.set("");
        say(false, "");
        stage.set(Stage.OFF);
    }

    /// Shows that the authenticator knows the key.
    public void confirm() {
        String typed = code.get().strip();
        if (typed.isEmpty()) {
            codeFault.set(messages.text("account.fault.missing"));
            return;
        }
        say(false, "");
        send(() -> runtime.api().own().confirmFactor(new OneTimeCode(typed)), this::turnOn);
    }

    private void turnOn(RecoveryCodes given) {
        codes.setAll(given.codes());
        key.set(null);
        code.set("");
        stage.set(Stage.CODES);
    }

    /// The codes are kept somewhere: shows them no more.
    public void finish() {
        codes.clear();
        say(false, messages.text("account.factor.done"));
        stage.set(Stage.ON);
    }

    /// Says that the codes were copied.
    public void tellCopied() {
        say(false, messages.text("account.factor.copied"));
    }

    /// All codes, for the clipboard.
    public String codesText() {
        return String.join("\n", codes);
    }

    /// Writes the codes into a file.
    public void save(Path file) {
        String text = Stream.concat(
                        Stream.of(
                                messages.text(
                                        "account.factor.file", runtime.api().account()),
                                ""),
                        codes.stream())
                .collect(Collectors.joining(System.lineSeparator(), "", System.lineSeparator()));
        tasks.run(() -> Files.writeString(file, text))
                .onDone(written -> say(false, messages.text("account.factor.written", file.getFileName())))
                .onFailed(failure -> say(true, messages.text("account.factor.unwritten")));
    }

    /// Asks first.
    public void switchOff() {
        say(false, "");
        question.set(messages.text("account.factor.question"));
    }

    public void confirmOff() {
        question.set("");
        send(() -> runtime.api().own().removeFactor(), _ -> {
            say(false, messages.text("account.factor.removed"));
            stage.set(Stage.OFF);
        });
    }

    public void keepOn() {
        question.set("");
    }

    private <T> void send(Callable<ApiOutcome<T>> call, Consumer<T> done) {
        if (working.get()) {
            return;
        }
        working.set(true);
        proof.run(call)
                .onDone(outcome -> {
                    working.set(false);
                    switch (outcome) {
                        case ApiOutcome.Answered<T>(T value) -> done.accept(value);
                        case ApiOutcome.Refused<T>(Problem problem) -> refuse(problem);
                        case ApiOutcome.Unanswered<T> _ -> say(true, answers.silence());
                    }
                })
                .onFailed(failure -> {
                    working.set(false);
                    say(true, answers.failure());
                });
    }

    private void refuse(Problem problem) {
        if (problem.type() == ProblemType.INVALID_CODE) {
            codeFault.set(messages.text("account.fault.code"));
        } else if (problem.type() == ProblemType.ALREADY_EXISTS) {
            stage.set(Stage.ON);
        } else {
            say(true, answers.refusal(problem));
        }
    }

    private void say(boolean bad, String text) {
        trouble.set(bad);
        notice.set(text);
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// What the authenticator reads from the screen; empty if nothing is to be read.
    public ObservableValue<String> address() {
        return key.map(SecondFactorKey::uri).orElse("");
    }

    /// The same for typing, in groups of four letters.
    public ObservableValue<String> secret() {
        return key.map(given -> given.secret().replaceAll("(.{4})(?=.)", "$1 ")).orElse("");
    }

    public StringProperty codeProperty() {
        return code;
    }

    public ReadOnlyStringProperty codeFaultProperty() {
        return codeFault.getReadOnlyProperty();
    }

    public ObservableList<String> codes() {
        return codes;
    }

    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /// What to ask before it is switched off; empty if nothing.
    public ReadOnlyStringProperty questionProperty() {
        return question.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    String text(String name) {
        return messages.text(name);
    }
}
