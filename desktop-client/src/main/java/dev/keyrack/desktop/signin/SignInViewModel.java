package dev.keyrack.desktop.signin;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.fx.Messages;
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

/// Asks who works here. What was typed stays when it is refused, except the password's acceptance.
public final class SignInViewModel implements ViewModel {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final Consumer<List<Site>> entered;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();

    /// @param entered is given the sites that the account may see
    public SignInViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages, Consumer<List<Site>> entered) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        this.entered = entered;
    }

    @Override
    public void onShow() {
        password.set("");
    }

    @Override
    public void onHide() {
        password.set("");
    }

    public StringProperty nameProperty() {
        return name;
    }

    public StringProperty passwordProperty() {
        return password;
    }

    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    public BooleanBinding signInAllowed() {
        return Bindings.createBooleanBinding(
                () -> !working.get() && !name.get().isBlank() && !password.get().isEmpty(), working, name, password);
    }

    public void signIn() {
        if (!signInAllowed().get()) {
            return;
        }
        working.set(true);
        refusal.set("");
        var account = new SignIn(name.get().strip(), password.get());
        tasks.run(() -> enter(account)).onDone(this::show).onFailed(this::fail);
    }

    private ApiOutcome<List<Site>> enter(SignIn account) {
        return switch (runtime.api().signIn(account)) {
            case ApiOutcome.Answered<AccessToken>(AccessToken token)
            when token.role() == Role.GUEST || token.role() == Role.KIOSK -> {
                runtime.api().signOut();
                yield new ApiOutcome.Refused<>(Problem.of(ProblemType.FORBIDDEN, "not staff"));
            }
            case ApiOutcome.Answered<AccessToken> _ -> runtime.api().catalog().listSites();
            case ApiOutcome.Refused<AccessToken>(Problem problem) -> new ApiOutcome.Refused<>(problem);
            case ApiOutcome.Unanswered<AccessToken>(String reason) -> new ApiOutcome.Unanswered<>(reason);
        };
    }

    private void show(ApiOutcome<List<Site>> outcome) {
        working.set(false);
        switch (outcome) {
            case ApiOutcome.Answered<List<Site>>(List<Site> sites) -> {
                password.set("");
                entered.accept(sites);
            }
            case ApiOutcome.Refused<List<Site>>(Problem problem) ->
                refusal.set(
                        switch (problem.type()) {
                            case UNAUTHENTICATED -> messages.text("signin.refusal.unknown");
                            case FORBIDDEN -> messages.text("signin.refusal.role");
                            case TOO_MANY_REQUESTS -> messages.text("signin.refusal.often");
                            default -> messages.text("signin.refusal.other");
                        });
            case ApiOutcome.Unanswered<List<Site>> _ -> refusal.set(messages.text("signin.refusal.silence"));
        }
    }

    private void fail(Exception failure) {
        working.set(false);
        refusal.set(messages.text("signin.refusal.other"));
    }
}
