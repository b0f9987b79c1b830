package dev.keyrack.desktop.admin.staff;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.staff.ChangeStaff;
import dev.keyrack.contract.staff.InviteStaff;
import dev.keyrack.contract.staff.StaffMember;
import dev.keyrack.desktop.admin.AnswerText;
import dev.keyrack.desktop.form.Option;
import dev.keyrack.desktop.party.GuestForm;
import dev.keyrack.desktop.proof.ProofViewModel;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.ViewModel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One of those who work for the provider: somebody to be invited, or somebody whose rights are changed. What was typed
/// for an invitation stays until it is sent.
public final class StaffFormViewModel implements ViewModel {

    private final ClientRuntime runtime;
    private final Messages messages;
    private final ProofViewModel proof;
    private final Consumer<StaffMember> kept;
    private final AnswerText answers;
    private final GuestForm person;
    private final RightsChoice rights;
    private final ObjectProperty<@Nullable Option> language = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable StaffRow> seen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper trouble = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper("");

    /// @param kept is told of each state that the server gave
    StaffFormViewModel(ClientRuntime runtime, Messages messages, ProofViewModel proof, Consumer<StaffMember> kept) {
        this.runtime = runtime;
        this.messages = messages;
        this.proof = proof;
        this.kept = kept;
        answers = new AnswerText(messages);
        rights = new RightsChoice(messages);
        person = new GuestForm(messages);
        language.set(languages().stream()
                .filter(each -> each.code().equals(messages.locale().getLanguage()))
                .findFirst()
                .orElse(languages().getFirst()));
    }

    @Override
    public void onShow() {}

    @Override
    public void onHide() {}

    /// Somebody else works here now.
    void forget() {
        person.clear();
        seen.set(null);
        shown.set(false);
        say("");
    }

    /// Who gives rights from now on, and where.
    void open(RightsRule.Actor gives, List<Site> all) {
        rights.open(gives, all);
        if (seen.get() == null) {
            rights.offer(null);
        }
    }

    /// Begins to invite somebody, with what was typed for one before and not sent.
    void begin() {
        seen.set(null);
        rights.offer(null);
        say("");
        shown.set(true);
    }

    void show(StaffRow row) {
        say("");
        fill(row);
    }

    /// The same person as the server has it now.
    void refresh(StaffRow row) {
        StaffRow before = seen.get();
        if (shown.get() && (before == null || !before.member().equals(row.member()))) {
            fill(row);
        }
    }

    private void fill(StaffRow row) {
        seen.set(row);
        rights.offer(row.member());
        shown.set(true);
    }

    /// Takes back what was chosen or typed.
    public void reset() {
        StaffRow row = seen.get();
        say("");
        if (row == null) {
            person.clear();
        } else {
            fill(row);
        }
    }

    /// Sends the invitation or the change.
    public void save() {
        if (!saveAllowed().getValue()) {
            return;
        }
        say("");
        StaffRow row = seen.get();
        if (row == null) {
            rights.chosen(true).ifPresent(this::invite);
        } else {
            rights.chosen(row.member().active()).ifPresent(wanted -> change(row.member(), wanted));
        }
    }

    private void invite(ChangeStaff wanted) {
        Optional<UserDetails> typed = person.submitWithAddress();
        Option chosen = language.get();
        if (typed.isEmpty() || chosen == null) {
            complain(messages.text("staff.notice.faulty"));
            return;
        }
        InviteStaff invitation = new InviteStaff(typed.get(), wanted.role(), wanted.siteId(), chosen.code());
        send(() -> runtime.api().staff().invite(invitation), member -> {
            person.clear();
            say(messages.text("staff.notice.invited", member.name()));
        });
    }

    private void change(StaffMember member, ChangeStaff wanted) {
        send(
                () -> runtime.api().staff().change(member.userId(), wanted),
                now -> say(messages.text("staff.notice.changed", StaffWords.name(now))));
    }

    /// Asks first whether somebody is to be shut out; lets somebody in again at once.
    public void switchActive() {
        StaffRow row = seen.get();
        if (row == null || !changeAllowed().getValue()) {
            return;
        }
        say("");
        if (row.member().active()) {
            question.set(messages.text("staff.question.text", StaffWords.name(row.member())));
        } else {
            setActive(row.member(), true);
        }
    }

    /// Shuts out whom the question was about.
    public void confirm() {
        StaffRow row = seen.get();
        boolean asked = !question.get().isEmpty();
        question.set("");
        if (asked && row != null) {
            setActive(row.member(), false);
        }
    }

    /// Leaves it.
    public void keep() {
        question.set("");
    }

    private void setActive(StaffMember member, boolean active) {
        String name = StaffWords.name(member);
        send(
                () -> runtime.api()
                        .staff()
                        .change(member.userId(), new ChangeStaff(member.role(), member.siteId(), active)),
                _ -> say(messages.text(active ? "staff.notice.in" : "staff.notice.out", name)));
    }

    private void send(Callable<ApiOutcome<StaffMember>> call, Consumer<StaffMember> done) {
        working.set(true);
        proof.run(call)
                .onDone(outcome -> {
                    working.set(false);
                    switch (outcome) {
                        case ApiOutcome.Answered<StaffMember>(StaffMember member) -> {
                            done.accept(member);
                            kept.accept(member);
                        }
                        case ApiOutcome.Refused<StaffMember>(Problem problem) -> refuse(problem);
                        case ApiOutcome.Unanswered<StaffMember> _ -> complain(answers.silence());
                    }
                })
                .onFailed(failure -> {
                    working.set(false);
                    complain(answers.failure());
                });
    }

    private void refuse(Problem problem) {
        if (seen.get() == null && problem.type() == ProblemType.ALREADY_EXISTS) {
            person.refuseEmail(messages.text("staff.fault.exists"));
            complain(messages.text("staff.notice.faulty"));
        } else {
            complain(answers.refusal(problem));
        }
    }

    private void say(String text) {
        trouble.set(false);
        notice.set(text);
    }

    private void complain(String text) {
        trouble.set(true);
        notice.set(text);
    }

    /// Whoever is typed in to be invited.
    public GuestForm person() {
        return person;
    }

    public ObservableList<Option> roles() {
        return rights.roles();
    }

    public ObservableList<Option> sites() {
        return rights.sites();
    }

    /// The languages that mails are written in.
    public List<Option> languages() {
        return Messages.LANGUAGES.stream()
                .map(each -> new Option(each.getLanguage(), each.getDisplayLanguage(messages.locale())))
                .toList();
    }

    public ObjectProperty<@Nullable Option> roleProperty() {
        return rights.roleProperty();
    }

    public ObjectProperty<@Nullable Option> siteProperty() {
        return rights.siteProperty();
    }

    public ObjectProperty<@Nullable Option> languageProperty() {
        return language;
    }

    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Whether it is about somebody who works here already.
    public ObservableValue<Boolean> existing() {
        return seen.map(_ -> true).orElse(false);
    }

    public ObservableValue<String> title() {
        return seen.map(row -> StaffWords.name(row.member())).orElse(messages.text("staff.form.invite"));
    }

    /// The address that somebody signs in with.
    public ObservableValue<String> address() {
        return seen.map(row -> row.member().name()).orElse("");
    }

    public ObservableValue<String> state() {
        return seen.map(StaffRow::state).orElse("");
    }

    public ObservableValue<Boolean> active() {
        return seen.map(row -> row.member().active()).orElse(true);
    }

    /// What will happen, or why nothing may be changed.
    public ObservableValue<String> hint() {
        return seen.map(row -> messages.text(hintKey(row.member()))).orElse(messages.text("staff.hint.invite"));
    }

    private String hintKey(StaffMember member) {
        if (rights.isActor(member)) {
            return "staff.hint.self";
        }
        return rights.mayChange(member) ? "staff.hint.change" : "staff.hint.above";
    }

    public ObservableValue<String> saveText() {
        return existing().map(known -> messages.text(known ? "staff.form.save" : "staff.form.send"));
    }

    public ObservableValue<String> switchActiveText() {
        return active().map(in -> messages.text(in ? "staff.form.out" : "staff.form.in"));
    }

    /// Whether the person's rights may be changed by who works here.
    public ObservableValue<Boolean> changeAllowed() {
        return Bindings.createBooleanBinding(
                () -> {
                    StaffRow row = seen.get();
                    return !working.get() && row != null && rights.mayChange(row.member());
                },
                seen,
                working);
    }

    /// Whether role and site can be chosen.
    public ObservableValue<Boolean> choiceAllowed() {
        return Bindings.createBooleanBinding(
                () -> {
                    StaffRow row = seen.get();
                    return !working.get() && (row == null || rights.mayChange(row.member()));
                },
                seen,
                working);
    }

    public ObservableValue<Boolean> saveAllowed() {
        return Bindings.createBooleanBinding(
                () -> shown.get() && choiceAllowed().getValue() && isWorthSending(),
                shown,
                seen,
                working,
                rights.roleProperty(),
                rights.siteProperty());
    }

    /// Whether there is something to take back.
    public ObservableValue<Boolean> resetAllowed() {
        ObservableValue<Boolean> savable = saveAllowed();
        return Bindings.createBooleanBinding(
                () -> !working.get() && (seen.get() == null || savable.getValue()), seen, working, savable);
    }

    private boolean isWorthSending() {
        StaffRow row = seen.get();
        return row == null ? rights.chosen(true).isPresent() : rights.differsFrom(row.member());
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// What to ask before somebody is shut out; empty if nothing.
    public ReadOnlyStringProperty questionProperty() {
        return question.getReadOnlyProperty();
    }

    String text(String key) {
        return messages.text(key);
    }
}
