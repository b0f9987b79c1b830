package dev.keyrack.desktop.admin.staff;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.staff.StaffMember;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.desktop.admin.AnswerText;
import dev.keyrack.desktop.admin.RoleText;
import dev.keyrack.desktop.proof.ProofViewModel;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/// Who works for the provider, as the server lists them for this account; choosing somebody opens the form beside.
public final class StaffViewModel implements ViewModel {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final AnswerText answers;
    private final StaffWords words;
    private final StaffFormViewModel form;
    private final ObservableList<StaffRow> all = FXCollections.observableArrayList();
    private final FilteredList<StaffRow> rows = new FilteredList<>(all);
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable StaffRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private String account = "";
    private @Nullable UserId wanted;
    private int asked;
    private boolean settling;

    /// What the server told.
    private record Found(RightsRule.Actor actor, List<Site> sites, List<StaffMember> members) {}

    public StaffViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages, ProofViewModel proof) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        answers = new AnswerText(messages);
        words = new StaffWords(messages, new RoleText(messages));
        form = new StaffFormViewModel(runtime, messages, proof, this::kept);
        search.subscribe(this::filter);
        selected.subscribe(this::choose);
    }

    @Override
    public void onShow() {
        if (!runtime.api().account().equals(account)) {
            account = runtime.api().account();
            selected.set(null);
            all.clear();
            search.set("");
            form.forget();
        }
        read();
    }

    @Override
    public void onHide() {}

    private void read() {
        int question = ++asked;
        tasks.run(this::ask)
                .onDone(outcome -> {
                    if (question == asked) {
                        take(outcome);
                    }
                })
                .onFailed(failure -> notice.set(answers.failure()));
    }

    private ApiOutcome<Found> ask() {
        return switch (runtime.api().catalog().listSites()) {
            case ApiOutcome.Answered<List<Site>>(List<Site> sites) ->
                runtime.api().staff().list().map(members -> new Found(actor(), sites, members));
            case ApiOutcome.Refused<List<Site>>(var problem) -> new ApiOutcome.Refused<>(problem);
            case ApiOutcome.Unanswered<List<Site>>(String reason) -> new ApiOutcome.Unanswered<>(reason);
        };
    }

    /// Whoever got an answer has a token.
    private RightsRule.Actor actor() {
        AccessToken token = runtime.api().token().orElseThrow();
        return new RightsRule.Actor(token.userId(), token.role(), token.siteId());
    }

    private void take(ApiOutcome<Found> outcome) {
        switch (outcome) {
            case ApiOutcome.Answered<Found>(Found found) -> {
                notice.set("");
                show(found);
            }
            case ApiOutcome.Refused<Found>(var problem) -> notice.set(answers.refusal(problem));
            case ApiOutcome.Unanswered<Found> _ -> notice.set(messages.text("staff.list.silent"));
        }
    }

    private void show(Found found) {
        StaffRow before = selected.get();
        UserId stays = wanted != null
                ? wanted
                : before == null ? null : before.member().userId();
        wanted = null;
        Collator order = Collator.getInstance(messages.locale());
        settling = true;
        all.setAll(found.members().stream()
                .map(member -> words.row(member, found.actor(), found.sites()))
                .sorted(Comparator.comparing((StaffRow row) -> row.member().lastName(), order)
                        .thenComparing(row -> row.member().firstName(), order))
                .toList());
        form.open(found.actor(), found.sites());
        StaffRow row = all.stream()
                .filter(each -> each.member().userId().equals(stays))
                .findFirst()
                .orElse(null);
        selected.set(row);
        settling = false;
        if (row != null) {
            form.refresh(row);
        }
    }

    /// Somebody was chosen by hand.
    private void choose(@Nullable StaffRow row) {
        if (row != null && !settling) {
            form.show(row);
        }
    }

    private void kept(StaffMember member) {
        wanted = member.userId();
        read();
    }

    private void filter(String typed) {
        String wish = typed.strip().toLowerCase(Locale.ROOT);
        rows.setPredicate(row -> row.matches(wish));
    }

    /// Begins to invite somebody.
    public void invite() {
        selected.set(null);
        form.begin();
    }

    public ObservableList<StaffRow> rows() {
        return rows;
    }

    public ObjectProperty<@Nullable StaffRow> selectedProperty() {
        return selected;
    }

    public StringProperty searchProperty() {
        return search;
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// What stands where nobody is listed.
    public ObservableValue<String> emptyText() {
        return Bindings.createStringBinding(
                () -> all.isEmpty() ? messages.text("staff.list.unread") : messages.text("staff.list.nobody"), all);
    }

    /// What to do while nobody is chosen.
    public ObservableValue<String> adviceText() {
        return Bindings.createStringBinding(
                () -> messages.text(all.size() == 1 ? "staff.list.alone" : "staff.list.choose"), all);
    }

    public StaffFormViewModel form() {
        return form;
    }
}
