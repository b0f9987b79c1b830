package dev.keyrack.client;

import dev.keyrack.client.api.ServerApi;
import dev.keyrack.client.sale.SaleFlow;
import dev.keyrack.client.store.LocalStore;
import dev.keyrack.client.sync.ScopeFollower;
import dev.keyrack.client.terminal.LocalTerminal;
import dev.keyrack.contract.value.SiteId;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The one facade over what a client does without a screen; a program builds one, starts it and stops it.
public final class ClientRuntime {

    public static final URI DEFAULT_SERVER = URI.create("http://127.0.0.1:8080/");

    public static final URI DEFAULT_TERMINAL = URI.create("http://127.0.0.1:8090/");

    /// The scope of everything that is sold.
    public static final String CATALOG = "tenant:catalog";

    private final URI server;
    private final Path folder;
    private final ServerApi api;
    private final LocalTerminal terminal;
    private final ServerProbe probe;
    private final Observers<Connection> connections = new Observers<>();
    private final Observers<ScopeFollower.Follow> follows = new Observers<>();
    private final List<ScopeFollower> followers = new ArrayList<>();
    private Connection connection = Connection.CONNECTING;
    private @Nullable LocalStore store;
    private @Nullable SaleFlow sales;

    public ClientRuntime(LaunchOptions options) {
        this.server = options.server();
        this.folder = options.folder();
        this.api = new ServerApi(server);
        this.terminal = new LocalTerminal(options.terminal());
        this.probe = new ServerProbe(server, this::publish);
    }

    public URI server() {
        return server;
    }

    public ServerApi api() {
        return api;
    }

    /// Returns at once; whether the server answers is told to the observers.
    public void start() {
        probe.start();
    }

    /// Leaves no thread and no connection behind.
    public synchronized void stop() {
        probe.stop();
        unfollow();
        if (sales != null) {
            sales.close();
            sales = null;
        }
        if (store != null) {
            store.close();
            store = null;
        }
        terminal.close();
        api.close();
    }

    /// Keeps the local copy equal to a site's catalogue and bookings from now on, instead of those of another site.
    ///
    /// @throws dev.keyrack.client.store.StoreException if another program has the copy
    public synchronized LocalStore follow(SiteId site) {
        unfollow();
        LocalStore copy = open();
        for (String scope : List.of(CATALOG, bookingsOf(site))) {
            ScopeFollower follower = new ScopeFollower(api, copy, scope, follows::tell);
            followers.add(follower);
            follower.start();
        }
        return copy;
    }

    private LocalStore open() {
        LocalStore copy = store == null ? LocalStore.open(folder) : store;
        store = copy;
        return copy;
    }

    /// What sells here.
    ///
    /// @throws dev.keyrack.client.store.StoreException if another program has the copy
    public synchronized SaleFlow sales() {
        if (sales == null) {
            sales = new SaleFlow(api, open(), terminal);
            sales.start();
        }
        return sales;
    }

    private void unfollow() {
        followers.forEach(ScopeFollower::close);
        followers.clear();
    }

    /// The scope of a site's bookings.
    public static String bookingsOf(SiteId site) {
        return "prop:" + site.value() + ":ops";
    }

    /// Calls the observer after every change of the local copy, on a thread of the runtime.
    public Subscription observeCopy(Consumer<ScopeFollower.Follow> observer) {
        return follows.add(observer);
    }

    /// Calls the observer now and after every change, on a thread of the runtime and never on two at once.
    public synchronized Subscription observeConnection(Consumer<Connection> observer) {
        observer.accept(connection);
        return connections.add(observer);
    }

    private synchronized void publish(Connection found) {
        if (found != connection) {
            connection = found;
            connections.tell(found);
        }
    }
}
