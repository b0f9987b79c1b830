package dev.keyrack.desktop.proof;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.contract.factor.ProveAgain;
import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Runs calls that the server does only for somebody who has just proved who it is. Where the sign-in is too old for
/// one, it asks for the password, and for the code of a second factor if there is one, and repeats the call; the screen
/// that wanted it sees only what came of it.
public final class ProofViewModel implements ViewModel {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty code = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper codeAsked = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper passwordFault = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper codeFault = new ReadOnlyStringWrapper("");
    private final List<Waiting> waiting = new ArrayList<>();

    /// A call that waits for the proof.
    ///
    /// @param drop says that it was not done
    private record Waiting(Runnable again, Runnable drop) {}

    public ProofViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        password.subscribe((_, _) -> forgetCode());
        code.subscribe((_, _) -> refuse(""));
    }

    /// Another password: whether there is a code to ask for is for the server to say.
    private void forgetCode() {
        code.set("");
        codeAsked.set(false);
        refuse("");
    }

    /// Says it beside the field that was typed into last.
    private void refuse(String why) {
        passwordFault.set(codeAsked.get() ? "" : why);
        codeFault.set(codeAsked.get() ? why : "");
    }

    @Override
    public void onShow() {}

    @Override
    public void onHide() {
        cancel();
    }

    /// A call in the background, to be made again once the proof was given. Whoever does not give it is told
    /// SIGN_IN_TOO_OLD.
    public <T> UiTasks.Work<ApiOutcome<T>> run(Callable<ApiOutcome<T>> call) {
        return done -> failed -> tasks.run(call)
                .onDone(outcome -> {
                    if (isTooOld(outcome)) {
                        Runnable again = () -> run(call).onDone(done).onFailed(failed);
                        ask(new Waiting(again, () -> done.accept(outcome)));
                    } else {
                        done.accept(outcome);
                    }
                })
                .onFailed(failed);
    }

    private static boolean isTooOld(ApiOutcome<?> outcome) {
        return outcome instanceof ApiOutcome.Refused<?>(Problem problem)
                && problem.type() == ProblemType.SIGN_IN_TOO_OLD;
    }

    private void ask(Waiting call) {
        waiting.add(call);
        shown.set(true);
    }

    public BooleanBinding proofAllowed() {
        return Bindings.createBooleanBinding(
                () -> !working.get()
                        && !password.get().isEmpty()
                        && !(codeAsked.get() && code.get().isBlank()),
                working,
                password,
                code,
                codeAsked);
    }

    /// Gives what was typed as a proof.
    public void prove() {
        if (!shown.get() || !proofAllowed().get()) {
            return;
        }
        working.set(true);
        refuse("");
        ProveAgain proof =
                new ProveAgain(password.get(), codeAsked.get() ? code.get().strip() : null);
        tasks.run(() -> runtime.api().own().prove(proof))
                .onDone(outcome -> {
                    working.set(false);
                    if (shown.get()) {
                        hear(outcome);
                    }
                })
                .onFailed(failure -> {
                    working.set(false);
                    refuse(messages.text("proof.refusal.other"));
                });
    }

    private void hear(ApiOutcome<AccessToken> outcome) {
        switch (outcome) {
            case ApiOutcome.Answered<AccessToken> _ ->
                close().forEach(call -> call.again().run());
            case ApiOutcome.Refused<AccessToken>(Problem problem)
            when problem.type() == ProblemType.SECOND_FACTOR_REQUIRED -> codeAsked.set(true);
            case ApiOutcome.Refused<AccessToken>(Problem problem) -> refuse(text(problem.type()));
            case ApiOutcome.Unanswered<AccessToken> _ -> refuse(messages.text("proof.refusal.silence"));
        }
    }

    private String text(ProblemType type) {
        return switch (type) {
            case UNAUTHENTICATED -> messages.text(codeAsked.get() ? "proof.refusal.code" : "proof.refusal.password");
            case TOO_MANY_REQUESTS -> messages.text("proof.refusal.often");
            case FORBIDDEN -> messages.text("proof.refusal.over");
            default -> messages.text("proof.refusal.other");
        };
    }

    /// Leaves undone what waits for the proof.
    public void cancel() {
        close().forEach(call -> call.drop().run());
    }

    private List<Waiting> close() {
        List<Waiting> calls = List.copyOf(waiting);
        waiting.clear();
        shown.set(false);
        password.set("");
        forgetCode();
        return calls;
    }

    /// Whether it asks.
    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public StringProperty passwordProperty() {
        return password;
    }

    public StringProperty codeProperty() {
        return code;
    }

    /// Whether the server wants a code too.
    public ReadOnlyBooleanProperty codeAskedProperty() {
        return codeAsked.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty passwordFaultProperty() {
        return passwordFault.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty codeFaultProperty() {
        return codeFault.getReadOnlyProperty();
    }
}
