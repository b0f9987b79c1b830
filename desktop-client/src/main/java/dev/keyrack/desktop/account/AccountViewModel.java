package dev.keyrack.desktop.account;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.identity.Profile;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.desktop.admin.AnswerText;
import dev.keyrack.desktop.admin.RoleText;
import dev.keyrack.desktop.proof.ProofViewModel;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.time.Clock;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The account of who is signed in, and the four parts that it is changed by.
public final class AccountViewModel implements ViewModel {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final AnswerText answers;
    private final DetailsViewModel details;
    private final PasswordViewModel password;
    private final FactorViewModel factor;
    private final SessionsViewModel sessions;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper role = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private String account = "";

    /// What the server told.
    private record Found(Profile profile, List<Site> sites) {}

    public AccountViewModel(
            ClientRuntime runtime, UiTasks tasks, Messages messages, Clock clock, ProofViewModel proof) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        answers = new AnswerText(messages);
        details = new DetailsViewModel(runtime, tasks, messages, this::entitle);
        sessions = new SessionsViewModel(runtime, tasks, messages, clock);
        password = new PasswordViewModel(runtime, tasks, messages, sessions::read);
        factor = new FactorViewModel(runtime, tasks, messages, proof);
    }

    @Override
    public void onShow() {
        if (!runtime.api().account().equals(account)) {
            account = runtime.api().account();
            title.set("");
            role.set("");
            details.forget();
            factor.forget();
            sessions.forget();
        }
        details.onShow();
        sessions.onShow();
        tasks.run(this::ask).onDone(this::take).onFailed(failure -> notice.set(answers.failure()));
    }

    @Override
    public void onHide() {
        password.onHide();
    }

    private ApiOutcome<Found> ask() {
        return switch (runtime.api().catalog().listSites()) {
            case ApiOutcome.Answered<List<Site>>(List<Site> sites) ->
                runtime.api().own().get().map(profile -> new Found(profile, sites));
            case ApiOutcome.Refused<List<Site>>(Problem problem) -> new ApiOutcome.Refused<>(problem);
            case ApiOutcome.Unanswered<List<Site>>(String reason) -> new ApiOutcome.Unanswered<>(reason);
        };
    }

    private void take(ApiOutcome<Found> outcome) {
        switch (outcome) {
            case ApiOutcome.Answered<Found>(Found found) -> {
                notice.set("");
                entitle(found.profile());
                role.set(place(found));
                details.take(found.profile());
                factor.take(found.profile().secondFactor());
            }
            case ApiOutcome.Refused<Found>(Problem problem) -> notice.set(answers.refusal(problem));
            case ApiOutcome.Unanswered<Found> _ -> notice.set(messages.text("account.notice.silent"));
        }
    }

    private void entitle(Profile profile) {
        title.set(
                profile.userDetails().firstName() + " " + profile.userDetails().lastName());
    }

    private String place(Found found) {
        Profile profile = found.profile();
        String site = found.sites().stream()
                .filter(each -> each.id().equals(profile.siteId()))
                .map(Site::name)
                .findFirst()
                .orElse(messages.text("account.head.all"));
        return messages.text("account.head.role", new RoleText(messages).name(profile.role()), site);
    }

    /// Who it is.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// Role and site.
    public ReadOnlyStringProperty roleProperty() {
        return role.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public DetailsViewModel details() {
        return details;
    }

    public PasswordViewModel password() {
        return password;
    }

    public FactorViewModel factor() {
        return factor;
    }

    public SessionsViewModel sessions() {
        return sessions;
    }
}
