package dev.keyrack.client;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The one facade over what a client does without a screen; a program builds one, starts it and stops it.
public final class ClientRuntime {

    public static final URI DEFAULT_SERVER = URI.create("http://127.0.0.1:8080/");

    private final URI server;
    private final ServerProbe probe;
    private final List<Consumer<Connection>> observers = new ArrayList<>();
    private Connection connection = Connection.CONNECTING;

    public ClientRuntime(URI server) {
        this.server = server;
        this.probe = new ServerProbe(server, this::publish);
    }

    public URI server() {
        return server;
    }

    /// Returns at once; whether the server answers is told to the observers.
    public void start() {
        probe.start();
    }

    /// Leaves no thread and no connection behind.
    public void stop() {
        probe.stop();
    }

    /// Calls the observer now and after every change, on a thread of the runtime and never on two at once.
    public synchronized Subscription observeConnection(Consumer<Connection> observer) {
        observers.add(observer);
        observer.accept(connection);
        return () -> remove(observer);
    }

    private synchronized void remove(Consumer<Connection> observer) {
        observers.remove(observer);
    }

    private synchronized void publish(Connection found) {
        if (found != connection) {
            connection = found;
            observers.forEach(observer -> observer.accept(found));
        }
    }
}
