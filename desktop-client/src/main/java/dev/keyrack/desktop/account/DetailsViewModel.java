package dev.keyrack.desktop.account;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.identity.ChangeProfile;
import dev.keyrack.contract.identity.Preferences;
import dev.keyrack.contract.identity.Profile;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.desktop.admin.AnswerText;
import dev.keyrack.desktop.form.Option;
import dev.keyrack.desktop.party.GuestForm;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Name, telephone and mails of who is signed in. What was typed stays until it is saved or taken back.
public final class DetailsViewModel implements ViewModel {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final Consumer<Profile> kept;
    private final AnswerText answers;
    private final GuestForm person;
    private final ObjectProperty<@Nullable Option> language = new SimpleObjectProperty<>();
    private final BooleanProperty notices = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Profile> seen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper trouble = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

    /// @param kept is told of each state that the server gave
    DetailsViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages, Consumer<Profile> kept) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        this.kept = kept;
        answers = new AnswerText(messages);
        person = new GuestForm(messages);
    }

    @Override
    public void onShow() {
        say(false, "");
    }

    @Override
    public void onHide() {}

    void forget() {
        seen.set(null);
        person.clear();
    }

    /// The account as the server has it now.
    void take(Profile profile) {
        boolean typed = changed().getValue();
        seen.set(profile);
        if (!typed) {
            fill(profile);
        }
    }

    private void fill(Profile profile) {
        person.fill(profile.userDetails());
        notices.set(profile.preferences().notices());
        language.set(languages().stream()
                .filter(each -> each.code().equals(profile.preferences().language()))
                .findFirst()
                .orElse(null));
    }

    /// Takes back what was typed.
    public void reset() {
        say(false, "");
        Profile profile = seen.get();
        if (profile != null) {
            fill(profile);
        }
    }

    public void save() {
        Option chosen = language.get();
        if (!saveAllowed().getValue() || chosen == null) {
            return;
        }
        say(false, "");
        Optional<UserDetails> typed = person.submit();
        if (typed.isEmpty()) {
            say(true, messages.text("account.notice.faulty"));
            return;
        }
        UserDetails details = typed.get();
        send(new ChangeProfile(
                details.firstName(),
                details.lastName(),
                details.phone(),
                new Preferences(chosen.code(), notices.get())));
    }

    private void send(ChangeProfile wanted) {
        working.set(true);
        tasks.run(() -> runtime.api().own().change(wanted))
                .onDone(outcome -> {
                    working.set(false);
                    switch (outcome) {
                        case ApiOutcome.Answered<Profile>(Profile profile) -> {
                            seen.set(profile);
                            fill(profile);
                            say(false, messages.text("account.notice.saved"));
                            kept.accept(profile);
                        }
                        case ApiOutcome.Refused<Profile>(Problem problem) -> say(true, answers.refusal(problem));
                        case ApiOutcome.Unanswered<Profile> _ -> say(true, answers.silence());
                    }
                })
                .onFailed(failure -> {
                    working.set(false);
                    say(true, answers.failure());
                });
    }

    void say(boolean bad, String text) {
        trouble.set(bad);
        notice.set(text);
    }

    public GuestForm person() {
        return person;
    }

    /// The languages that mails are written in.
    public List<Option> languages() {
        return Messages.LANGUAGES.stream()
                .map(each -> new Option(each.getLanguage(), each.getDisplayLanguage(messages.locale())))
                .toList();
    }

    public ObjectProperty<@Nullable Option> languageProperty() {
        return language;
    }

    public BooleanProperty noticesProperty() {
        return notices;
    }

    /// What somebody signs in with.
    public ObservableValue<String> name() {
        return seen.map(Profile::name).orElse("");
    }

    /// Whether the address is known to be theirs.
    public ObservableValue<String> addressText() {
        return seen.map(profile -> messages.text(
                        profile.emailConfirmed() ? "account.details.confirmed" : "account.details.unconfirmed"))
                .orElse("");
    }

    public ObservableValue<Boolean> changed() {
        return Bindings.createBooleanBinding(
                this::isChanged,
                seen,
                person.firstNameProperty(),
                person.lastNameProperty(),
                person.phoneProperty(),
                language,
                notices);
    }

    private boolean isChanged() {
        Profile profile = seen.get();
        Option chosen = language.get();
        if (profile == null || chosen == null) {
            return false;
        }
        UserDetails known = profile.userDetails();
        return !(person.firstNameProperty().get().equals(known.firstName())
                && person.lastNameProperty().get().equals(known.lastName())
                && person.phoneProperty().get().equals(Objects.requireNonNullElse(known.phone(), ""))
                && chosen.code().equals(profile.preferences().language())
                && notices.get() == profile.preferences().notices());
    }

    public ObservableValue<Boolean> saveAllowed() {
        ObservableValue<Boolean> typed = changed();
        return Bindings.createBooleanBinding(() -> typed.getValue() && !working.get(), typed, working);
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
