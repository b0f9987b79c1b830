package dev.keyrack.client.api;

import dev.keyrack.contract.device.AskChallenge;
import dev.keyrack.contract.device.DeviceChallenge;
import dev.keyrack.contract.device.DeviceSignIn;
import dev.keyrack.contract.factor.ProveAgain;
import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.identity.Profile;
import dev.keyrack.contract.identity.RefreshSession;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.Revision;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.glassfish.jersey.apache5.connector.Apache5ConnectorProvider;
import org.glassfish.jersey.client.ClientConfig;
import org.jspecify.annotations.Nullable;

/// Sends requests as one signed-in account. Short tokens are renewed, unseen; a password is forgotten once it was
/// accepted, a device shows its key again.
final class ServerCalls implements AutoCloseable {

    private static final int CONNECT_SECONDS = 5;
    private static final int READ_SECONDS = 40;

    /// What its owner reads in the list of sessions.
    private static final String PROGRAM = "Keyrack (" + System.getProperty("os.name") + ")";

    private final Client http;
    private final WebTarget root;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile String account = "";
    private volatile @Nullable String device;
    private volatile @Nullable Supplier<ApiOutcome<AccessToken>> again;
    private volatile Consumer<ProblemType> ended = type -> {};
    private volatile @Nullable AccessToken token;
    private volatile boolean closed;

    ServerCalls(URI server, ServerTrust trust) {
        http = ClientBuilder.newBuilder()
                .withConfig(new ClientConfig().connectorProvider(new Apache5ConnectorProvider()))
                .sslContext(trust.context())
                // the context has looked at the name, if it matters
                .hostnameVerifier((_, _) -> true)
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
                .build();
        root = http.target(server).path("api/v1");
    }

    /// Somewhere under the interface's root.
    WebTarget at(String path) {
        return root.path(path);
    }

    ApiOutcome<AccessToken> signIn(SignIn account) {
        ApiOutcome<AccessToken> outcome = post("sessions", account, AccessToken.class);
        if (outcome instanceof ApiOutcome.Answered<AccessToken>(AccessToken given)) {
            assume(account);
            again = null;
            token = given;
        }
        return outcome;
    }

    private <T> ApiOutcome<T> post(String path, Object body, Class<T> type) {
        return outcome(
                () -> root.path(path).request().header("User-Agent", PROGRAM).post(Entity.json(ClientJson.write(body))),
                type);
    }

    ApiOutcome<AccessToken> signIn(DeviceKey key) {
        ApiOutcome<AccessToken> outcome =
                switch (post("device-challenges", new AskChallenge(key.id()), DeviceChallenge.class)) {
                    case ApiOutcome.Answered<DeviceChallenge>(DeviceChallenge challenge) ->
                        post("device-sessions", new DeviceSignIn(key.id(), key.sign(challenge)), AccessToken.class);
                    case ApiOutcome.Refused<DeviceChallenge>(Problem problem) -> new ApiOutcome.Refused<>(problem);
                    case ApiOutcome.Unanswered<DeviceChallenge>(String why) -> new ApiOutcome.Unanswered<>(why);
                };
        if (outcome instanceof ApiOutcome.Answered<AccessToken>(AccessToken given)) {
            assume(key);
            token = given;
        } else if (outcome instanceof ApiOutcome.Refused<AccessToken>(Problem problem)
                && (problem.type() == ProblemType.DEVICE_RETIRED || problem.type() == ProblemType.DEVICE_LOST)) {
            ended.accept(problem.type());
        }
        return outcome;
    }

    /// @param told is called whenever the server says that this device works no more, with the reason
    void onDeviceEnded(Consumer<ProblemType> told) {
        ended = told;
    }

    /// Uses these for the calls to come, without asking whether they are right.
    void assume(SignIn later) {
        account = later.name().toLowerCase(Locale.ROOT);
        device = later.device();
        again = () -> signIn(later);
    }

    void assume(DeviceKey later) {
        account = later.id().value();
        device = null;
        again = () -> signIn(later);
    }

    /// Whose name the calls carry; empty if nobody's.
    String account() {
        return account;
    }

    /// Forgets who it was, and lets the server know if it answers.
    void signOut() {
        AccessToken last = token;
        account = "";
        again = null;
        token = null;
        if (last != null) {
            Thread.ofVirtual().name("sign-out").start(() -> end(last));
        }
    }

    private void end(AccessToken last) {
        var _ = outcome(
                () -> root.path("sessions/current")
                        .request()
                        .header("Authorization", "Bearer " + last.accessToken())
                        .delete(),
                Void.class);
    }

    @Nullable
    AccessToken token() {
        return token;
    }

    /// @param seen the revision that must still stand
    /// @param key names the attempt, so that it takes effect once
    record Request(
            String method,
            @Nullable Object body,
            @Nullable Revision seen,
            @Nullable String key) {

        static Request get() {
            return new Request("GET", null, null, null);
        }

        static Request post(@Nullable Object body) {
            return new Request("POST", body, null, UUID.randomUUID().toString());
        }

        static Request put(Object body) {
            return new Request("PUT", body, null, UUID.randomUUID().toString());
        }

        static Request delete() {
            return new Request("DELETE", null, null, UUID.randomUUID().toString());
        }

        static Request of(String method, @Nullable Object body, Revision seen) {
            return new Request(method, body, seen, UUID.randomUUID().toString());
        }

        private Response send(Invocation.Builder http) {
            if (seen != null) {
                http.header("If-Match", seen.toEntityTag());
            }
            if (key != null) {
                http.header("Idempotency-Key", key);
            }
            return switch (body) {
                case null -> http.method(method);
                case byte[] picture -> http.method(method, Entity.entity(picture, pictureType(picture)));
                default -> http.method(method, Entity.json(ClientJson.write(body)));
            };
        }

        /// What the first byte says; the server looks at all of them.
        private static String pictureType(byte[] picture) {
            return picture.length > 0 && picture[0] == (byte) 0x89 ? "image/png" : "image/jpeg";
        }
    }

    <T> ApiOutcome<T> send(WebTarget target, Request request, Class<T> type) {
        AccessToken used = token;
        ApiOutcome<T> outcome = sendOnce(target, request, type, used);
        boolean expired = outcome instanceof ApiOutcome.Refused<T>(Problem problem)
                && problem.type() == ProblemType.UNAUTHENTICATED;
        return expired && renew(used) ? sendOnce(target, request, type, token) : outcome;
    }

    /// For requests that carry a password. They are not repeated with a new token: UNAUTHENTICATED says then that the
    /// password is wrong, and it is counted once; a session that is over is FORBIDDEN.
    <T> ApiOutcome<T> sendSecret(WebTarget target, Request request, Class<T> type) {
        return switch (send(at("users/me"), Request.get(), Profile.class)) {
            case ApiOutcome.Answered<Profile> _ -> sendOnce(target, request, type, token);
            case ApiOutcome.Refused<Profile>(Problem problem)
            when problem.type() == ProblemType.UNAUTHENTICATED ->
                new ApiOutcome.Refused<>(Problem.of(ProblemType.FORBIDDEN, "The session is over."));
            case ApiOutcome.Refused<Profile>(Problem problem) -> new ApiOutcome.Refused<>(problem);
            case ApiOutcome.Unanswered<Profile>(String reason) -> new ApiOutcome.Unanswered<>(reason);
        };
    }

    /// Proves once more who it is; the calls that follow carry the token that says so.
    ApiOutcome<AccessToken> prove(ProveAgain proof) {
        ApiOutcome<AccessToken> outcome =
                sendSecret(at("sessions/current/proof"), Request.post(proof), AccessToken.class);
        if (outcome instanceof ApiOutcome.Answered<AccessToken>(AccessToken given)) {
            renewing.lock();
            try {
                AccessToken present = token;
                if (present != null && present.userId().equals(given.userId())) {
                    token = given.withRefreshToken(present.refreshToken());
                }
            } finally {
                renewing.unlock();
            }
        }
        return outcome;
    }

    /// Gets another token, unless somebody else just did: a refresh token is good for one use.
    ///
    /// @param used the token that was not taken any more
    private boolean renew(@Nullable AccessToken used) {
        renewing.lock();
        try {
            AccessToken present = token;
            if (!Objects.equals(present, used)) {
                return present != null && (used == null || present.userId().equals(used.userId()));
            }
            if (present != null && present.refreshToken() != null) {
                ApiOutcome<AccessToken> next = refresh(new RefreshSession(present.refreshToken(), device));
                if (next instanceof ApiOutcome.Answered<AccessToken>(AccessToken given)) {
                    token = given;
                    return true;
                }
                if (next instanceof ApiOutcome.Unanswered<AccessToken>) {
                    return false;
                }
            }
            Supplier<ApiOutcome<AccessToken>> known = again;
            return known != null && known.get() instanceof ApiOutcome.Answered<AccessToken>;
        } finally {
            renewing.unlock();
        }
    }

    private ApiOutcome<AccessToken> refresh(RefreshSession request) {
        return outcome(
                () -> root.path("sessions/refresh").request().post(Entity.json(ClientJson.write(request))),
                AccessToken.class);
    }

    private <T> ApiOutcome<T> sendOnce(
            WebTarget target, Request request, Class<T> type, @Nullable AccessToken present) {
        return outcome(
                () -> {
                    Invocation.Builder builder = target.request();
                    if (present != null) {
                        builder.header("Authorization", "Bearer " + present.accessToken());
                    }
                    return request.send(builder);
                },
                type);
    }

    private <T> ApiOutcome<T> outcome(Call call, Class<T> type) {
        if (closed) {
            return new ApiOutcome.Unanswered<>("closed");
        }
        try (Response response = call.send()) {
            if (response.getStatus() < 300) {
                return new ApiOutcome.Answered<>(read(response, type));
            }
            return new ApiOutcome.Refused<>(ClientJson.read(response.readEntity(String.class), Problem.class));
        } catch (ProcessingException | IllegalArgumentException e) {
            return new ApiOutcome.Unanswered<>(String.valueOf(e.getMessage()));
        }
    }

    @SuppressWarnings("NullAway") // nobody can look at a Void
    private static <T> T read(Response response, Class<T> type) {
        if (type == Void.class) {
            return null;
        }
        return type == byte[].class
                ? type.cast(response.readEntity(byte[].class))
                : ClientJson.read(response.readEntity(String.class), type);
    }

    private interface Call {
        Response send();
    }

    /// Cuts the connections: calls that are under way, or come later, are unanswered. The Jersey client stays whole,
    /// since one that is closed throws whatever is in the way of a call.
    @Override
    public void close() {
        closed = true;
        if (http.getConfiguration() instanceof ClientConfig used && used.getConnector() != null) {
            used.getConnector().close();
        }
    }
}
