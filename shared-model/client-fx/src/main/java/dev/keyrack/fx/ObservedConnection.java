package dev.keyrack.fx;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.Connection;
import dev.keyrack.client.Subscription;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The way to the server as values that a screen can bind to; follows the runtime only between open and close.
public final class ObservedConnection {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final ReadOnlyObjectWrapper<Connection> connection = new ReadOnlyObjectWrapper<>(Connection.CONNECTING);
    private Subscription subscription = () -> {};

    public ObservedConnection(ClientRuntime runtime, UiTasks tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    public void open() {
        subscription = runtime.observeConnection(found -> tasks.show(() -> connection.set(found)));
    }

    public void close() {
        subscription.close();
    }

    public ReadOnlyObjectProperty<Connection> connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    public ObservableValue<Boolean> offline() {
        return connection.map(Connection::isDown);
    }
}
