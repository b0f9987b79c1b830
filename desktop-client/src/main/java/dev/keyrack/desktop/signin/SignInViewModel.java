package dev.keyrack.desktop.signin;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.Connection;
import dev.keyrack.client.session.SignInOutcome;
import dev.keyrack.client.store.StoreException;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.ObservedConnection;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// Asks who works here. What was typed stays when it is refused; while the server is silent, those
/// who came in lately are known here. Whoever has a second factor is asked for its code when name and password were
/// right.
public final class SignInViewModel implements ViewModel {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final Consumer<Visit> entered;
    private final ObservedConnection connection;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty code = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper codeAsked = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();

    /// @param entered is given who came in
    public SignInViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages, Consumer<Visit> entered) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        this.entered = entered;
        this.connection = new ObservedConnection(runtime, tasks);
        name.subscribe((_, _) -> forgetCode());
        password.subscribe((_, _) -> forgetCode());
    }

    /// Another name or password: whether there is a code to ask for is for the server to say.
    private void forgetCode() {
        code.set("");
        codeAsked.set(false);
    }

    @Override
    public void onShow() {
        password.set("");
        connection.open();
    }

    @Override
    public void onHide() {
        password.set("");
        connection.close();
    }

    /// Whether the server is silent, so that only who is known here can come in.
    public ObservableValue<Boolean> offline() {
        return connection.offline();
    }

    public StringProperty nameProperty() {
        return name;
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

    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    public BooleanBinding signInAllowed() {
        return Bindings.createBooleanBinding(
                () -> !working.get()
                        && !name.get().isBlank()
                        && !password.get().isEmpty()
                        && !(codeAsked.get() && code.get().isBlank()),
                working,
                name,
                password,
                code,
                codeAsked);
    }

    public void signIn() {
        if (!signInAllowed().get()) {
            return;
        }
        working.set(true);
        refusal.set("");
        var account = new SignIn(name.get().strip(), password.get());
        SignIn proof = codeAsked.get() ? account.withCode(code.get().strip()) : account;
        tasks.run(() -> enter(proof)).onDone(this::show).onFailed(this::fail);
    }

    private SignInOutcome enter(SignIn account) {
        SignInOutcome outcome = runtime.signIn(account);
        return switch (outcome) {
            case SignInOutcome.Online(Role role, var _) when !worksHere(role) -> turnAway();
            case SignInOutcome.Offline(Role role, var _) when !worksHere(role) -> turnAway();
            default -> outcome;
        };
    }

    private SignInOutcome turnAway() {
        runtime.signOut();
        return new SignInOutcome.Refused(Problem.of(ProblemType.FORBIDDEN, "not staff"));
    }

    private static boolean worksHere(Role role) {
        return switch (role) {
            case FRONT_DESK, MANAGER, PROVIDER_ADMIN -> true;
            case GUEST, KIOSK, PARTNER -> false;
        };
    }

    private void show(SignInOutcome outcome) {
        working.set(false);
        switch (outcome) {
            case SignInOutcome.Online(Role role, List<Site> sites) -> enter(new Visit(role, sites));
            case SignInOutcome.Offline(Role role, List<Site> sites) -> enter(new Visit(role, sites));
            case SignInOutcome.Refused(Problem problem)
            when problem.type() == ProblemType.SECOND_FACTOR_REQUIRED -> codeAsked.set(true);
            case SignInOutcome.Refused(Problem problem) ->
                refusal.set(
                        switch (problem.type()) {
                            case UNAUTHENTICATED ->
                                messages.text(codeAsked.get() ? "signin.refusal.code" : "signin.refusal.unknown");
                            case FORBIDDEN -> messages.text("signin.refusal.role");
                            case TOO_MANY_REQUESTS -> messages.text("signin.refusal.often");
                            default -> messages.text("signin.refusal.other");
                        });
            case SignInOutcome.Unanswered() ->
                refusal.set(messages.text(
                        connection.connectionProperty().get() == Connection.UNTRUSTED
                                ? "signin.refusal.untrusted"
                                : "signin.refusal.silence"));
        }
    }

    private void enter(Visit visit) {
        password.set("");
        entered.accept(visit);
    }

    private void fail(Exception failure) {
        working.set(false);
        refusal.set(messages.text(failure instanceof StoreException ? "signin.refusal.copy" : "signin.refusal.other"));
    }
}
