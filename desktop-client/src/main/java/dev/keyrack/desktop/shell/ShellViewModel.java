package dev.keyrack.desktop.shell;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.Connection;
import dev.keyrack.client.Subscription;
import dev.keyrack.client.sync.ScopeFollower;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.desktop.copy.ObservedCopy;
import dev.keyrack.fx.Dates;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.ObservedConnection;
import dev.keyrack.fx.Theme;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The frame of the program: where one can go, which site is open, and how far the server and this desk agree.
public final class ShellViewModel implements ViewModel {

    private static final Standing NOTHING_DONE = new Standing(0, 0, Set.of());

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final Clock clock;
    private final Turns turns;
    private final ObservedConnection connection;
    private final ObservedCopy<Standing> standing;
    private final ObservableList<Choice> choices = FXCollections.observableArrayList();
    private final ObservableList<String> siteNames = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Site> site = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper person = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Theme> theme;
    private final ReadOnlyBooleanWrapper shutOut = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper forgetful = new ReadOnlyBooleanWrapper();
    private List<Site> sites = List.of();
    private Subscription follows = () -> {};

    /// What the frame is told to do and cannot do itself.
    ///
    /// @param opened is given each site that is chosen
    /// @param spoken is given the language that is chosen
    /// @param left is called when one signs out
    /// @param decided is called by who wants to see what needs a decision
    /// @param owned is called by who wants to see the own account
    public record Turns(
            Consumer<Site> opened, Consumer<Locale> spoken, Runnable left, Runnable decided, Runnable owned) {}

    /// What was done here and is not settled.
    ///
    /// @param awaited who else has to sign in before all of it can be sent
    record Standing(int pending, int refused, Set<String> awaited) {}

    public ShellViewModel(
            ClientRuntime runtime, UiTasks tasks, Messages messages, Clock clock, Theme theme, Turns turns) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        this.clock = clock;
        this.turns = turns;
        this.theme = new SimpleObjectProperty<>(theme);
        this.connection = new ObservedConnection(runtime, tasks);
        this.standing = new ObservedCopy<>(
                runtime,
                tasks,
                copy -> new Standing(copy.countPending(), copy.listRefused().size(), copy.listAwaited()));
    }

    @Override
    public void onShow() {
        connection.open();
        follows = runtime.observeCopy(follow -> tasks.show(() -> hear(follow)));
        standing.follow();
    }

    @Override
    public void onHide() {
        connection.close();
        follows.close();
        standing.close();
    }

    private void hear(ScopeFollower.Follow follow) {
        switch (follow) {
            case REFUSED -> shutOut.set(true);
            case CHANGED, UP_TO_DATE -> shutOut.set(false);
            case CUT_OFF -> {}
        }
    }

    /// Offers what the account may do, and opens the site of that name or else the first.
    public void offer(List<Site> found, List<Choice> offered, String siteName) {
        sites = found;
        choices.setAll(offered);
        person.set(runtime.api().account());
        shutOut.set(false);
        if (found.stream().anyMatch(each -> each.name().equals(siteName))) {
            choose(siteName);
        } else if (!found.isEmpty()) {
            choose(found.getFirst().name());
        }
        siteNames.setAll(found.stream().map(Site::name).toList());
    }

    public void choose(String name) {
        sites.stream().filter(each -> each.name().equals(name)).findFirst().ifPresent(wanted -> {
            site.set(wanted);
            standing.open(wanted);
            turns.opened().accept(wanted);
        });
    }

    /// Marks the place where one is.
    public void mark(String choice) {
        place.set(choice);
    }

    public void signOut() {
        choices.clear();
        person.set("");
        siteNames.clear();
        sites = List.of();
        site.set(null);
        place.set("");
        turns.left().run();
    }

    /// Shows the account of who works here.
    public void openAccount() {
        turns.owned().run();
    }

    /// Shows what needs a decision.
    public void decide() {
        turns.decided().run();
    }

    public void wear(Theme wanted) {
        theme.set(wanted);
        remember(() -> Preferences.keep(runtime.settings(), wanted));
    }

    public void speak(Locale language) {
        remember(() -> Preferences.keep(runtime.settings(), language));
        if (!language.equals(messages.locale())) {
            turns.spoken().accept(language);
        }
    }

    private void remember(Runnable keeping) {
        tasks.run(() -> {
                    keeping.run();
                    return true;
                })
                .onDone(kept -> forgetful.set(false))
                .onFailed(failure -> forgetful.set(true));
    }

    /// What is offered; empty unless somebody is signed in.
    public ObservableList<Choice> choices() {
        return choices;
    }

    /// The name of the choice where one is.
    public ReadOnlyStringProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    /// The name that somebody signed in with; empty if nobody did.
    public ReadOnlyStringProperty personProperty() {
        return person.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public Locale language() {
        return messages.locale();
    }

    public ObservableList<String> siteNames() {
        return siteNames;
    }

    public ObservableValue<String> siteName() {
        return site.map(Site::name).orElse("");
    }

    public String server() {
        return messages.text("shell.status.server", runtime.server());
    }

    /// Whether the server answers, and how much waits to be sent.
    public ObservableValue<String> connectionText() {
        return Bindings.createStringBinding(
                () -> text(connection.connectionProperty().get(), standing().pending()),
                connection.connectionProperty(),
                standing.valueProperty(),
                site);
    }

    public ObservableValue<Boolean> offline() {
        return connection.offline();
    }

    /// How much of what was done here the server refused, for a person to decide.
    public ObservableValue<Integer> refused() {
        // unlike a Binding, this is kept by who subscribes to it
        return standing.valueProperty().map(Standing::refused).orElse(0);
    }

    public ObservableValue<String> refusedText() {
        return refused().map(count -> count == 0 ? "" : messages.text("shell.status.attention", count));
    }

    /// What to do about what was refused.
    public String refusalText() {
        return messages.text("shell.status.refusal");
    }

    /// What one has to know all the time; empty if there is nothing.
    public ObservableValue<String> banner() {
        return Bindings.createStringBinding(
                this::bannerText,
                connection.connectionProperty(),
                site,
                shutOut,
                forgetful,
                standing.failedProperty(),
                standing.valueProperty());
    }

    private String bannerText() {
        String lost = runtime.damagedStore()
                .map(aside -> messages.text("shell.banner.damaged", aside))
                .orElse("");
        return (lost + "\n" + stateText()).strip();
    }

    private String stateText() {
        if (forgetful.get() || standing.failedProperty().get()) {
            return messages.text("shell.banner.copy");
        }
        if (site.get() == null) {
            return "";
        }
        Connection way = connection.connectionProperty().get();
        if (way == Connection.UNTRUSTED) {
            return messages.text("shell.banner.untrusted");
        }
        if (way == Connection.OFFLINE) {
            return messages.text("shell.banner.offline");
        }
        if (shutOut.get()) {
            return messages.text("shell.banner.shutout");
        }
        Set<String> awaited = standing().awaited();
        return awaited.isEmpty() ? "" : messages.text("shell.banner.awaited", String.join(", ", awaited));
    }

    private Standing standing() {
        Standing found = standing.valueProperty().get();
        return found == null ? NOTHING_DONE : found;
    }

    private String text(Connection found, int pending) {
        return switch (found) {
            case CONNECTING -> messages.text("shell.status.connecting");
            case ONLINE -> messages.text("shell.status.online", pending);
            case OFFLINE -> messages.text("shell.status.offline", since(), pending);
            case UNTRUSTED -> messages.text("shell.status.untrusted", since(), pending);
        };
    }

    private String since() {
        Site open = site.get();
        ZoneId zone = open == null ? clock.getZone() : open.timeZone();
        return new Dates(messages.locale()).time(runtime.connectionSince(), zone);
    }
}
