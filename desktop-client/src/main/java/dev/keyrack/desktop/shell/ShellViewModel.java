package dev.keyrack.desktop.shell;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.Connection;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.ObservedConnection;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The frame of the program: which server it belongs to, and whether that server answers.
public final class ShellViewModel implements ViewModel {

    private final ClientRuntime runtime;
    private final Messages messages;
    private final ObservedConnection connection;
    private final Consumer<Site> opened;
    private final ObservableList<String> siteNames = FXCollections.observableArrayList();
    private List<Site> sites = List.of();
    private final ReadOnlyObjectWrapper<@Nullable Site> site = new ReadOnlyObjectWrapper<>();

    /// @param opened is given each site that is chosen
    public ShellViewModel(ClientRuntime runtime, Messages messages, UiTasks tasks, Consumer<Site> opened) {
        this.opened = opened;
        this.runtime = runtime;
        this.messages = messages;
        this.connection = new ObservedConnection(runtime, tasks);
    }

    @Override
    public void onShow() {
        connection.open();
    }

    @Override
    public void onHide() {
        connection.close();
    }

    /// Offers the sites that the account may see, and opens the first.
    public void offer(List<Site> found) {
        sites = found;
        if (!found.isEmpty()) {
            choose(found.getFirst().name());
        }
        siteNames.setAll(found.stream().map(Site::name).toList());
    }

    public void choose(String name) {
        sites.stream().filter(each -> each.name().equals(name)).findFirst().ifPresent(wanted -> {
            site.set(wanted);
            opened.accept(wanted);
        });
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

    public ObservableValue<String> connectionText() {
        return connection.connectionProperty().map(this::text);
    }

    public ObservableValue<Boolean> offline() {
        return connection.offline();
    }

    private String text(Connection found) {
        return switch (found) {
            case CONNECTING -> messages.text("shell.status.connecting");
            case ONLINE -> messages.text("shell.status.online");
            case OFFLINE -> messages.text("shell.status.offline");
        };
    }
}
