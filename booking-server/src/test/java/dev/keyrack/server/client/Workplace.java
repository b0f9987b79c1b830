package dev.keyrack.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.LaunchOptions;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.session.SignInOutcome;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.CreateBooking;
import dev.keyrack.contract.booking.CreatedBooking;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.catalog.UnitTerms;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.ServerAssembly;
import dev.keyrack.server.ServerConfig;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// A house of rooms, its server, which can be stopped and started, and desks before it.
final class Workplace implements AutoCloseable {

    static final String ZONE = "America/New_York";

    private final Path folder;
    private final Clock clock;
    private final int port;
    private final List<ClientRuntime> desks = new ArrayList<>();
    private @Nullable ServerAssembly server;
    private final SignIn account;
    private final ResourceId resource = Sample.RESOURCE;
    private final List<UnitId> units = new ArrayList<>();

    Workplace(Path folder, int rooms) throws IOException {
        this.folder = folder;
        this.clock = Clock.systemUTC();
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ServerAssembly first = assemble();
        account = first.startForTrial().orElseThrow();
        server = first;
        first.database().write(tx -> {
            first.catalog().addSite(tx, Sample.site(ZONE));
            first.catalog().addResource(tx, resource, Sample.SITE, Sample.nights(rooms));
            for (int room = 1; room <= rooms; room++) {
                UnitId unit = UnitId.random();
                first.catalog().addUnit(tx, unit, resource, new UnitTerms("R" + room, true));
                units.add(unit);
            }
            return true;
        });
    }

    private ServerAssembly assemble() {
        return new ServerAssembly(
                ServerConfig.onLoopback(folder.resolve("server"), port, clock).on(TestDatabase.url(folder)));
    }

    void stopServer() {
        ServerAssembly running = server;
        if (running != null) {
            running.close();
            server = null;
        }
    }

    void startServer() {
        ServerAssembly next = assemble();
        next.start();
        server = next;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of(ZONE)));
    }

    List<UnitId> units() {
        return units;
    }

    ResourceId resource() {
        return resource;
    }

    SignIn account() {
        return account;
    }

    /// A desk with its own copy, not signed in.
    ClientRuntime desk(String name) {
        return desk(name, ClientRuntime.DEFAULT_TERMINAL);
    }

    ClientRuntime desk(String name, URI terminal) {
        ClientRuntime desk = new ClientRuntime(
                LaunchOptions.of(List.of(
                        "--server=http://127.0.0.1:" + port + "/",
                        "--folder=" + folder.resolve(name),
                        "--terminal=" + terminal)),
                clock);
        desk.start();
        desks.add(desk);
        return desk;
    }

    void close(ClientRuntime desk) {
        desks.remove(desk);
        desk.stop();
    }

    /// Signs in and waits until the copy has the house.
    SiteCopy open(ClientRuntime desk) {
        SignInOutcome outcome = desk.signIn(account);
        Site site = switch (outcome) {
            case SignInOutcome.Online(var _, List<Site> sites) -> sites.getFirst();
            case SignInOutcome.Offline(var _, List<Site> sites) -> sites.getFirst();
            case SignInOutcome.Refused _, SignInOutcome.Unanswered _ -> throw new AssertionError(outcome.toString());
        };
        SiteCopy copy = desk.openSite(site);
        await("the copy has the house", () -> copy.listUnits().size() == units.size());
        return copy;
    }

    /// Books nights from today on, to be paid on arrival.
    BookingId book(ClientRuntime desk, int unit, int nights) {
        CreateBooking wanted = new CreateBooking(
                resource,
                today().toString(),
                today().plusDays(nights).toString(),
                Quantity.ONE,
                new UserDetails("Ann", "Lee" + unit, "ann" + unit + "@example.com", null),
                CreateBooking.PaymentMethod.PAY_ON_ARRIVAL,
                null,
                null,
                1,
                units.get(unit),
                null,
                null);
        ApiOutcome<CreatedBooking> outcome =
                desk.api().bookings().create(wanted, UUID.randomUUID().toString());
        assertThat(outcome).isInstanceOf(ApiOutcome.Answered.class);
        return ((ApiOutcome.Answered<CreatedBooking>) outcome).value().bookingId();
    }

    /// The server's own word.
    Booking ask(ClientRuntime desk, BookingId id) {
        ApiOutcome<Booking> outcome = desk.api().bookings().get(id);
        assertThat(outcome).isInstanceOf(ApiOutcome.Answered.class);
        return ((ApiOutcome.Answered<Booking>) outcome).value();
    }

    /// Whether the desk's copy of the bookings has the server's checksum.
    boolean agrees(ClientRuntime desk) {
        return desk.checksum(SiteCopy.bookingsOf(Sample.SITE))
                == Objects.requireNonNull(server)
                        .database()
                        .read(tx -> tx.list(
                                        "select checksum from feed_scope where scope = ?",
                                        row -> row.number("checksum"),
                                        SiteCopy.bookingsOf(Sample.SITE))
                                .getFirst());
    }

    static void await(String what, Callable<Boolean> truth) {
        Awaitility.await(what).atMost(Duration.ofSeconds(60)).until(truth);
    }

    @Override
    public void close() {
        desks.forEach(ClientRuntime::stop);
        stopServer();
    }
}
