package dev.keyrack.desktop.admin;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.LaunchOptions;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.ServerApi;
import dev.keyrack.client.session.SignInOutcome;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.CreateBooking;
import dev.keyrack.contract.booking.CreatedBooking;
import dev.keyrack.contract.booking.PaymentDetails;
import dev.keyrack.contract.booking.PaymentStatus;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.server.ServerAssembly;
import dev.keyrack.server.rig.HotelServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.testfx.util.WaitForAsyncUtils;

/// A server with real bookings around today, and providers before it, in one JVM and without a screen.
public final class AdminRig implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private final Path folder;
    private final ServerAssembly server;
    private final SignIn administrator;
    private final List<ClientRuntime> runtimes = new ArrayList<>();

    public AdminRig(Path folder) throws IOException {
        this.folder = folder;
        HotelServer hotels = HotelServer.open(folder.resolve("server"), Clock.systemUTC(), 2);
        server = hotels.server();
        administrator = hotels.administrator();
    }

    /// One more program with its own copy, signed in as the administrator.
    public ClientRuntime join(String name) {
        ClientRuntime runtime = new ClientRuntime(
                LaunchOptions.of(List.of("--server=" + server.uri(), "--folder=" + folder.resolve(name))),
                Clock.systemUTC());
        runtimes.add(runtime);
        if (!(runtime.signIn(administrator) instanceof SignInOutcome.Online)) {
            throw new AssertionError("The administrator could not sign in");
        }
        return runtime;
    }

    /// The copy of a site, once it is here.
    public static SiteCopy open(ClientRuntime runtime, String site) {
        Site wanted = answered(runtime.api().catalog().listSites()).stream()
                .filter(each -> each.id().value().equals(site))
                .findFirst()
                .orElseThrow();
        SiteCopy copy = runtime.openSite(wanted);
        await(() -> !copy.listResources().isEmpty() && !copy.list().isEmpty());
        return copy;
    }

    /// Makes a resource wait for approval, and has a guest ask for it some days from today.
    public BookingId request(ClientRuntime runtime, ResourceId id, String lastName, int days) {
        Resource seen = answered(runtime.api().catalog().getResource(id));
        if (!seen.terms().onRequest()) {
            answered(runtime.api().catalog().changeResource(seen, onRequest(seen.terms())));
        }
        LocalDate from = LocalDate.now(Clock.systemUTC()).plusDays(days);
        BookingId asked;
        try (ServerApi guest = new ServerApi(server.uri())) {
            CreatedBooking created = answered(guest.bookings()
                    .create(
                            new CreateBooking(
                                    id,
                                    from.toString(),
                                    from.plusDays(3).toString(),
                                    Quantity.ONE,
                                    new UserDetails("Marie-Luise", lastName, "marie@example.com", "+49 30 123456"),
                                    CreateBooking.PaymentMethod.CREDIT_CARD,
                                    new PaymentDetails("tok_approve"),
                                    null,
                                    2,
                                    null,
                                    null,
                                    "A quiet room, please: we arrive late."),
                            UUID.randomUUID().toString()));
            asked = created.bookingId();
        }
        await(() -> answered(runtime.api().bookings().get(asked)).paymentStatus() == PaymentStatus.AUTHORISED);
        return asked;
    }

    private static ResourceTerms onRequest(ResourceTerms terms) {
        return new ResourceTerms(
                terms.type(),
                terms.name(),
                terms.description(),
                terms.amenities(),
                terms.images(),
                terms.rating(),
                terms.maximumGuests(),
                terms.capacity(),
                terms.basePrice(),
                terms.stepMinutes(),
                terms.bufferBeforeMinutes(),
                terms.bufferAfterMinutes(),
                terms.leadTimeMinutes(),
                terms.bookingWindowDays(),
                true,
                terms.cancellationPolicy(),
                terms.taxes(),
                terms.openingHours());
    }

    /// @throws AssertionError unless the server did it
    public static <T> T answered(ApiOutcome<T> outcome) {
        if (outcome instanceof ApiOutcome.Answered<T>(T value)) {
            return value;
        }
        throw new AssertionError("The server did not do that: " + outcome);
    }

    /// Waits until it holds.
    public static void await(Callable<Boolean> truth) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, SECONDS, truth);
        } catch (TimeoutException e) {
            throw new AssertionError("That did not happen within " + PATIENCE_SECONDS + " seconds", e);
        }
    }

    @Override
    public void close() {
        runtimes.forEach(ClientRuntime::stop);
        server.close();
    }
}
