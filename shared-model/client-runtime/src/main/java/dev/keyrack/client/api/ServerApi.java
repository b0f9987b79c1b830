package dev.keyrack.client.api;

import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.problem.ProblemType;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/// The server's calls, by feature, as one signed-in account.
public final class ServerApi implements AutoCloseable {

    private final ServerCalls calls;
    private final BookingApi bookings;
    private final StayApi stays;
    private final CatalogApi catalog;
    private final FeedApi feed;
    private final AuditApi audit;
    private final DeviceApi devices;
    private final KeyApi keys;
    private final StaffApi staff;
    private final AccountApi account;

    public ServerApi(URI server) {
        this(server, ServerTrust.byAuthority(server));
    }

    public ServerApi(URI server, ServerTrust trust) {
        calls = new ServerCalls(server, trust);
        bookings = new BookingApi(calls);
        stays = new StayApi(calls);
        catalog = new CatalogApi(calls);
        feed = new FeedApi(calls);
        audit = new AuditApi(calls);
        devices = new DeviceApi(calls);
        keys = new KeyApi(calls);
        staff = new StaffApi(calls);
        account = new AccountApi(calls);
    }

    /// Signs in, and keeps who it was for the calls that follow.
    public ApiOutcome<AccessToken> signIn(SignIn account) {
        return calls.signIn(account);
    }

    /// Signs in at the next call: for one who is known here while the server does not answer.
    public void signInLater(SignIn account) {
        calls.assume(account);
    }

    /// Signs in as a device, now and whenever its session is over.
    public ApiOutcome<AccessToken> signIn(DeviceKey key) {
        return calls.signIn(key);
    }

    public void signInLater(DeviceKey key) {
        calls.assume(key);
    }

    /// Calls whenever the server says that this device works no more: DEVICE_RETIRED or DEVICE_LOST.
    public void onDeviceEnded(Consumer<ProblemType> told) {
        calls.onDeviceEnded(told);
    }

    /// Forgets who was signed in.
    public void signOut() {
        calls.signOut();
    }

    /// The name, in small letters, of who is signed in; empty if nobody is.
    public String account() {
        return calls.account();
    }

    /// The token of who is signed in now, if the server gave one.
    public Optional<AccessToken> token() {
        return Optional.ofNullable(calls.token());
    }

    public BookingApi bookings() {
        return bookings;
    }

    public StayApi stays() {
        return stays;
    }

    public CatalogApi catalog() {
        return catalog;
    }

    public FeedApi feed() {
        return feed;
    }

    public AuditApi audit() {
        return audit;
    }

    public KeyApi keys() {
        return keys;
    }

    public DeviceApi devices() {
        return devices;
    }

    public StaffApi staff() {
        return staff;
    }

    /// The account of who is signed in.
    public AccountApi own() {
        return account;
    }

    @Override
    public void close() {
        calls.close();
    }
}
