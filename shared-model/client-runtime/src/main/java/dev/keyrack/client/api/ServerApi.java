package dev.keyrack.client.api;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.ChangeBooking;
import dev.keyrack.contract.booking.CheckIn;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.sync.ChangePage;
import dev.keyrack.contract.sync.SnapshotPage;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.UnitId;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.apache5.connector.Apache5ConnectorProvider;
import org.glassfish.jersey.client.ClientConfig;
import org.jspecify.annotations.Nullable;

/// The server's calls, as one signed-in account. Short tokens are renewed by signing in again, unseen.
public final class ServerApi implements AutoCloseable {

    private static final int CONNECT_SECONDS = 5;
    private static final int READ_SECONDS = 40;

    private final Client http;
    private final WebTarget root;
    private volatile @Nullable SignIn credentials;
    private volatile @Nullable AccessToken token;

    public ServerApi(URI server) {
        http = ClientBuilder.newBuilder()
                .withConfig(new ClientConfig().connectorProvider(new Apache5ConnectorProvider()))
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
                .build();
        root = http.target(server).path("api/v1");
    }

    /// Signs in, and keeps who it was for the calls that follow.
    public ApiOutcome<AccessToken> signIn(SignIn account) {
        ApiOutcome<AccessToken> outcome = outcome(
                () -> root.path("sessions").request().post(Entity.json(ClientJson.write(account))), AccessToken.class);
        if (outcome instanceof ApiOutcome.Answered<AccessToken>(AccessToken given)) {
            credentials = account;
            token = given;
        }
        return outcome;
    }

    /// Forgets who was signed in.
    public void signOut() {
        credentials = null;
        token = null;
    }

    public ApiOutcome<List<Site>> listSites() {
        return send(root.path("sites"), "GET", null, null, Site[].class).map(List::of);
    }

    public ApiOutcome<SnapshotPage> snapshot(String scope, @Nullable String page) {
        WebTarget target = root.path("sync/snapshot").path(scope);
        return send(page == null ? target : target.queryParam("page", page), "GET", null, null, SnapshotPage.class);
    }

    /// @param wait seconds that the server may take until something happens
    public ApiOutcome<ChangePage> changes(String cursor, int wait) {
        WebTarget target =
                root.path("sync/changes").queryParam("cursor", cursor).queryParam("wait", wait);
        return send(target, "GET", null, null, ChangePage.class);
    }

    /// Changes a booking that is still as it was seen.
    public ApiOutcome<Booking> change(Booking seen, ChangeBooking wanted) {
        return send(booking(seen.bookingId()), "PATCH", wanted, seen, Booking.class);
    }

    /// @param unit null for the one that the booking has, or any free one
    public ApiOutcome<Booking> checkIn(Booking seen, @Nullable UnitId unit) {
        return send(step(seen, Step.CHECK_IN), "POST", new CheckIn(unit), seen, Booking.class);
    }

    public ApiOutcome<Booking> checkOut(Booking seen) {
        return send(step(seen, Step.CHECK_OUT), "POST", null, seen, Booking.class);
    }

    /// Takes a step back.
    public ApiOutcome<Booking> undo(Booking seen, Step step) {
        return send(step(seen, step), "DELETE", null, seen, Booking.class);
    }

    /// What the desk does with a stay.
    public enum Step {
        CHECK_IN("check-in"),
        CHECK_OUT("check-out");

        private final String path;

        Step(String path) {
            this.path = path;
        }
    }

    private WebTarget step(Booking seen, Step step) {
        return booking(seen.bookingId()).path(step.path);
    }

    private WebTarget booking(BookingId id) {
        return root.path("bookings").path(id.value());
    }

    private <T> ApiOutcome<T> send(
            WebTarget target, String method, @Nullable Object body, @Nullable Booking seen, Class<T> type) {
        ApiOutcome<T> outcome = sendOnce(target, method, body, seen, type);
        SignIn account = credentials;
        boolean expired = outcome instanceof ApiOutcome.Refused<T>(Problem problem)
                && problem.type() == ProblemType.UNAUTHENTICATED;
        if (expired && account != null && signIn(account) instanceof ApiOutcome.Answered<AccessToken>) {
            return sendOnce(target, method, body, seen, type);
        }
        return outcome;
    }

    private <T> ApiOutcome<T> sendOnce(
            WebTarget target, String method, @Nullable Object body, @Nullable Booking seen, Class<T> type) {
        return outcome(
                () -> {
                    Invocation.Builder request = target.request();
                    AccessToken present = token;
                    if (present != null) {
                        request.header("Authorization", "Bearer " + present.accessToken());
                    }
                    if (seen != null) {
                        request.header("If-Match", seen.revision().toEntityTag());
                        request.header("Idempotency-Key", UUID.randomUUID().toString());
                    }
                    return body == null
                            ? request.method(method)
                            : request.method(method, Entity.json(ClientJson.write(body)));
                },
                type);
    }

    private static <T> ApiOutcome<T> outcome(Call call, Class<T> type) {
        try (Response response = call.send()) {
            String body = response.readEntity(String.class);
            return response.getStatus() < 300
                    ? new ApiOutcome.Answered<>(ClientJson.read(body, type))
                    : new ApiOutcome.Refused<>(ClientJson.read(body, Problem.class));
        } catch (ProcessingException | IllegalArgumentException e) {
            return new ApiOutcome.Unanswered<>(String.valueOf(e.getMessage()));
        }
    }

    private interface Call {
        Response send();
    }

    @Override
    public void close() {
        http.close();
    }
}
