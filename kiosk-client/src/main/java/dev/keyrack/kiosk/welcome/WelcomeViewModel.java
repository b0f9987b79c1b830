package dev.keyrack.kiosk.welcome;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.Connection;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.ObservedConnection;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import javafx.beans.value.ObservableValue;

/// What the kiosk says before anybody touches it: which server it belongs to, and whether that server answers.
public final class WelcomeViewModel implements ViewModel {

    private final ClientRuntime runtime;
    private final Messages messages;
    private final ObservedConnection connection;

    public WelcomeViewModel(ClientRuntime runtime, Messages messages, UiTasks tasks) {
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

    public String server() {
        return messages.text("welcome.status.server", runtime.server());
    }

    public ObservableValue<String> connectionText() {
        return connection.connectionProperty().map(this::text);
    }

    public ObservableValue<Boolean> offline() {
        return connection.offline();
    }

    private String text(Connection found) {
        return switch (found) {
            case CONNECTING -> messages.text("welcome.status.connecting");
            case ONLINE -> messages.text("welcome.status.online");
            case OFFLINE -> messages.text("welcome.status.offline");
        };
    }
}
