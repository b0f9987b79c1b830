package dev.keyrack.client.api;

import dev.keyrack.contract.identity.AccessToken;
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
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.apache5.connector.Apache5ConnectorProvider;
import org.glassfish.jersey.client.ClientConfig;
import org.jspecify.annotations.Nullable;

/// Sends requests as one signed-in account. Short tokens are renewed by signing in again, unseen.
final class ServerCalls implements AutoCloseable {

    private static final int CONNECT_SECONDS = 5;
    private static final int READ_SECONDS = 40;

    private final Client http;
    private final WebTarget root;
    private volatile @Nullable SignIn credentials;
    private volatile @Nullable AccessToken token;

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
        ApiOutcome<AccessToken> outcome = outcome(
                () -> root.path("sessions").request().post(Entity.json(ClientJson.write(account))), AccessToken.class);
        if (outcome instanceof ApiOutcome.Answered<AccessToken>(AccessToken given)) {
            credentials = account;
            token = given;
        }
        return outcome;
    }

    /// Uses these for the calls to come, without asking whether they are right.
    void assume(SignIn account) {
        credentials = account;
    }

    /// Whose name the calls carry; empty if nobody's.
    String account() {
        SignIn present = credentials;
        return present == null ? "" : present.name().toLowerCase(Locale.ROOT);
    }

    void signOut() {
        credentials = null;
        token = null;
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
        ApiOutcome<T> outcome = sendOnce(target, request, type);
        SignIn account = credentials;
        boolean expired = outcome instanceof ApiOutcome.Refused<T>(Problem problem)
                && problem.type() == ProblemType.UNAUTHENTICATED;
        if (expired && account != null && signIn(account) instanceof ApiOutcome.Answered<AccessToken>) {
            return sendOnce(target, request, type);
        }
        return outcome;
    }

    private <T> ApiOutcome<T> sendOnce(WebTarget target, Request request, Class<T> type) {
        return outcome(
                () -> {
                    Invocation.Builder builder = target.request();
                    AccessToken present = token;
                    if (present != null) {
                        builder.header("Authorization", "Bearer " + present.accessToken());
                    }
                    return request.send(builder);
                },
                type);
    }

    private static <T> ApiOutcome<T> outcome(Call call, Class<T> type) {
        try (Response response = call.send()) {
            if (response.getStatus() < 300) {
                return new ApiOutcome.Answered<>(
                        type == byte[].class
                                ? type.cast(response.readEntity(byte[].class))
                                : ClientJson.read(response.readEntity(String.class), type));
            }
            return new ApiOutcome.Refused<>(ClientJson.read(response.readEntity(String.class), Problem.class));
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
