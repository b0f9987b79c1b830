package dev.keyrack.client;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.ServerApi;
import dev.keyrack.client.api.ServerTrust;
import dev.keyrack.client.sale.SaleFlow;
import dev.keyrack.client.session.DeviceSession;
import dev.keyrack.client.session.Session;
import dev.keyrack.client.session.SignInOutcome;
import dev.keyrack.client.store.LocalStore;
import dev.keyrack.client.store.SettingStore;
import dev.keyrack.client.store.StoreException;
import dev.keyrack.client.sync.MutationSender;
import dev.keyrack.client.sync.PokeListener;
import dev.keyrack.client.sync.ScopeFollower;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.client.terminal.LocalTerminal;
import dev.keyrack.client.terminal.PaymentTerminal;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.identity.ChangePassword;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.value.SiteId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The one facade over what a client does without a screen; a program builds one, starts it and stops it. What touches
/// the store throws a [StoreException] if another program has it, and once this one was stopped.
public final class ClientRuntime {

    public static final URI DEFAULT_SERVER = URI.create("http://127.0.0.1:8080/");

    public static final URI DEFAULT_TERMINAL = URI.create("http://127.0.0.1:8090/");

    private final URI server;
    private final Path folder;
    private final Clock clock;
    private final ServerTrust trust;
    private final ServerApi api;
    private final LocalTerminal terminal;
    private final ServerProbe probe;
    private final PokeListener pokes;
    private final Observers<Connection> connections = new Observers<>();
    private final Observers<ScopeFollower.Follow> follows = new Observers<>();
    private final List<ScopeFollower> followers = new ArrayList<>();
    private Connection connection = Connection.CONNECTING;
    private Instant connectionSince;
    private boolean stopped;
    private @Nullable LocalStore store;
    private volatile @Nullable Path damaged;
    private @Nullable SaleFlow sales;
    private @Nullable MutationSender sender;
    private @Nullable SiteCopy copy;

    public ClientRuntime(LaunchOptions options, Clock clock) {
        this.server = options.server();
        this.folder = options.folder();
        this.clock = clock;
        this.connectionSince = clock.instant();
        trust = ServerTrust.in(folder, server, options.pin());
        this.api = new ServerApi(server, trust);
        this.terminal = new LocalTerminal(options.terminal());
        this.probe = new ServerProbe(server, trust, this::publish);
        this.pokes = new PokeListener(server, trust, () -> api.token().map(AccessToken::accessToken));
    }

    public URI server() {
        return server;
    }

    /// The pin that the server is known by here; empty where it is known by a certificate of the platform, or not yet.
    public Optional<String> pin() {
        return trust.pin();
    }

    public ServerApi api() {
        return api;
    }

    public PaymentTerminal terminal() {
        return terminal;
    }

    /// Returns at once; whether the server answers is told to the observers.
    public void start() {
        probe.start();
        pokes.start();
    }

    /// Leaves no thread and no connection behind; work that is still under way finds no store any more.
    public synchronized void stop() {
        stopped = true;
        probe.stop();
        unfollow();
        stopWork();
        pokes.close();
        closeStore();
        terminal.close();
        api.close();
    }

    private void closeStore() {
        if (sales != null) {
            sales.close();
            sales = null;
        }
        if (store != null) {
            store.close();
            store = null;
        }
    }

    /// Signs in, if need be by what is known here. What somebody else did here waits for them.
    public SignInOutcome signIn(SignIn account) {
        if (!api.account().equalsIgnoreCase(account.name())) {
            stopWork();
        }
        return new Session(api, settings(), clock).signIn(account);
    }

    /// This program as a device of its own.
    public DeviceSession device() {
        return new DeviceSession(api, settings(), clock);
    }

    /// Deletes all that is kept here, the key first; what was not sent is lost. For a device in strange hands.
    public synchronized void wipe() {
        signOut();
        closeStore();
        LocalStore.delete(folder);
    }

    /// Changes the password of who is signed in, at the server and for coming in while it is silent.
    public ApiOutcome<Void> changePassword(ChangePassword wanted) {
        return new Session(api, settings(), clock).changePassword(wanted);
    }

    /// Small things that the program remembers.
    public synchronized SettingStore settings() {
        return open().settings();
    }

    /// Forgets who is signed in, and follows no site any more. What was done here stays, and waits.
    public synchronized void signOut() {
        unfollow();
        stopWork();
        api.signOut();
    }

    /// Keeps the local copy equal to a site's catalogue, bookings and cells from now on, instead of those of
    /// another site, and sends what is done here. For the site that is open already, the copy that is open.
    public synchronized SiteCopy openSite(Site site) {
        SiteCopy present = copy;
        if (present != null && present.site().equals(site)) {
            return present;
        }
        follow(List.of(SiteCopy.CATALOG, SiteCopy.bookingsOf(site.id()), SiteCopy.cellsOf(site.id())));
        MutationSender sending = sender();
        sending.wake();
        SiteCopy opened = new SiteCopy(site, open(), clock, api.account(), () -> {
            follows.tell(ScopeFollower.Follow.CHANGED);
            sending.wake();
        });
        copy = opened;
        return opened;
    }

    /// The sites of which something is kept here, to be read from before anybody has signed in: nothing is followed and
    /// nothing is sent.
    public List<SiteCopy> listKept() {
        LocalStore kept = kept();
        return kept.list(SiteCopy.CATALOG, "resource", Resource.class).stream()
                .map(Resource::site)
                .distinct()
                .map(site -> new SiteCopy(site, kept, clock, "", () -> {}))
                .toList();
    }

    private synchronized LocalStore kept() {
        return open();
    }

    /// Keeps the local copy equal to a site's catalogue and free cells from now on: what a kiosk may know.
    public synchronized LocalStore openCells(SiteId site) {
        copy = null;
        follow(List.of(SiteCopy.CATALOG, SiteCopy.cellsOf(site)));
        return open();
    }

    private void follow(List<String> scopes) {
        unfollow();
        for (String scope : scopes) {
            ScopeFollower follower = new ScopeFollower(api, open(), scope, pokes, follows::tell);
            followers.add(follower);
            follower.start();
        }
    }

    private MutationSender sender() {
        MutationSender present = sender;
        if (present == null) {
            present = new MutationSender(api, open(), () -> follows.tell(ScopeFollower.Follow.CHANGED));
            sender = present;
            present.start();
        }
        return present;
    }

    private synchronized void stopWork() {
        copy = null;
        if (sender != null) {
            sender.close();
            sender = null;
        }
    }

    private LocalStore open() {
        if (stopped) {
            throw new StoreException("The program is stopping");
        }
        LocalStore present = store;
        if (present == null) {
            present = LocalStore.open(folder);
            store = present;
            damaged = present.damaged().orElse(null);
        }
        return present;
    }

    /// Where the damaged store is that was found at the start and replaced by a new one; empty if it was whole, or was
    /// not opened yet.
    public Optional<Path> damagedStore() {
        return Optional.ofNullable(damaged);
    }

    /// What sells here.
    public synchronized SaleFlow sales() {
        if (sales == null) {
            sales = new SaleFlow(api, open(), terminal);
            sales.start();
        }
        return sales;
    }

    /// The checksum of a scope's copy, to be compared with the server's.
    public synchronized long checksum(String scope) {
        return open().checksum(scope);
    }

    private void unfollow() {
        followers.forEach(ScopeFollower::close);
        followers.clear();
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

    /// Since when the connection is as it was told last.
    public synchronized Instant connectionSince() {
        return connectionSince;
    }

    private synchronized void publish(Connection found) {
        if (found != connection) {
            connection = found;
            connectionSince = clock.instant();
            connections.tell(found);
            if (found == Connection.ONLINE && sender != null) {
                sender.wake();
            }
        }
    }
}
