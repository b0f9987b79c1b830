package dev.keyrack.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.LaunchOptions;
import dev.keyrack.client.api.ClientJson;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.UserId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two people work at one desk, one after the other.
class TurnsIT {

    private static final SignIn ANN = new SignIn("Ann", "secret");
    private static final SignIn BEN = new SignIn("Ben", "secret");
    private static final BookingId FIRST = new BookingId("bkg_1");
    private static final BookingId SECOND = new BookingId("bkg_2");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /// What arrived: the account, and the booking that it checked in.
    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();

    /// The keys of what was done.
    private final Set<String> done = ConcurrentHashMap.newKeySet();

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @SuppressWarnings("NullAway.Init")
    private ClientRuntime desk;

    private volatile boolean busy = true;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        desk = new ClientRuntime(
                LaunchOptions.of(List.of(
                        "--server=http://127.0.0.1:" + server.getAddress().getPort() + "/", "--folder=" + folder)),
                Clock.systemUTC());
    }

    @AfterEach
    void close() {
        desk.stop();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.endsWith("/sessions")) {
            String name = ClientJson.read(asked, SignIn.class).name();
            send(exchange, 200, new AccessToken(name, "Bearer", 900, null, UserId.random(), Role.FRONT_DESK, null));
        } else if (path.endsWith("/sites")) {
            send(exchange, 200, new Site[] {Bookings.SITE});
        } else if (path.endsWith("/check-in")) {
            String account =
                    exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
            // a request whose answer was cut off by the sign-out comes again under its key
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            if (busy || done.add(key)) {
                arrived.add(account + " " + path.replaceAll(".*/bookings/|/check-in", ""));
            }
            send(exchange, busy ? 503 : 200, busy ? problem() : Bookings.stay(BookingStatus.CHECKED_IN));
        } else {
            send(exchange, 503, problem());
        }
    }

    private static Problem problem() {
        return Problem.of(ProblemType.BUSY, "busy");
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = ClientJson.write(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private SiteCopy enter(SignIn account) {
        desk.signIn(account);
        return desk.openSite(Bookings.SITE);
    }

    private void checkIn(SiteCopy copy, BookingId booking) {
        copy.record(new Mutation.CheckIn(booking, null, null));
    }

    private String next() throws InterruptedException {
        return String.valueOf(arrived.poll(60, TimeUnit.SECONDS));
    }

    /// What arrived is not settled before its answer came; a sign-out in between would leave it to be sent again.
    private static void awaitPending(SiteCopy copy, int count) {
        Awaitility.await().until(() -> copy.countPending() == count);
    }

    @Test
    void sendsEachUnderTheNameOfWhoDidIt() throws Exception {
        checkIn(enter(ANN), FIRST);
        assertThat(next()).isEqualTo("Ann bkg_1");
        desk.signOut();
        arrived.clear();
        busy = false;

        SiteCopy copy = enter(BEN);
        assertThat(copy.listAwaited()).containsExactly("ann");
        checkIn(copy, FIRST);
        checkIn(copy, SECOND);
        assertThat(next()).isEqualTo("Ben bkg_2");
        awaitPending(copy, 2);
        desk.signOut();
        assertThat(arrived).isEmpty();

        SiteCopy again = enter(ANN);
        assertThat(next()).isEqualTo("Ann bkg_1");
        assertThat(again.listAwaited()).containsExactly("ben");
        awaitPending(again, 1);
        desk.signOut();
        enter(BEN);
        assertThat(next()).isEqualTo("Ben bkg_1");
    }
}
