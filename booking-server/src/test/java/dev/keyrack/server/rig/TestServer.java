package dev.keyrack.server.rig;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.UnitTerms;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.ServerAssembly;
import dev.keyrack.server.ServerConfig;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.identity.NewAccount;
import dev.keyrack.server.persistence.Json;
import dev.keyrack.server.verification.Verification;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A whole server in this process, on a free port, with one site.
public final class TestServer implements AutoCloseable {

    private final ServerAssembly server;
    private final SignIn administrator;

    public TestServer(Path folder) {
        this(folder, Clock.systemUTC());
    }

    public TestServer(Path folder, Clock clock) {
        server = new ServerAssembly(ServerConfig.onLoopback(folder, 0, clock).on(TestDatabase.url(folder)));
        administrator = server.startForTrial().orElseThrow();
        server.database().write(tx -> {
            server.catalog().addSite(tx, Sample.site("America/New_York"));
            return true;
        });
    }

    public ResourceId add(ResourceTerms terms) {
        ResourceId id = ResourceId.random();
        server.database().write(tx -> server.catalog().addResource(tx, id, Sample.SITE, terms));
        return id;
    }

    public UnitId addUnit(ResourceId resource, String name) {
        UnitId id = UnitId.random();
        server.database().write(tx -> server.catalog().addUnit(tx, id, resource, new UnitTerms(name, true)));
        return id;
    }

    public ServerAssembly server() {
        return server;
    }

    /// The first administrator's account.
    public SignIn administrator() {
        return administrator;
    }

    public Api api() {
        return new Api(server.uri());
    }

    /// A client signed in as the administrator.
    public Api staff() throws IOException, InterruptedException {
        return as(administrator);
    }

    /// A client of a new account of the site.
    public Api as(Role role, String name) throws IOException, InterruptedException {
        return as(role, name, Sample.SITE);
    }

    /// A client of a new account of some site.
    public Api as(Role role, String name, SiteId site) throws IOException, InterruptedException {
        UserDetails details = new UserDetails(name, "Of The Site", null, null);
        return as(server.identity().createAccount(Caller.SYSTEM, new NewAccount(name, role, site, details)));
    }

    /// A client of a partner with a new key of the site.
    public Api partner(String... scopes) throws IOException, InterruptedException {
        JsonNode made = staff().post(
                        "/api/v1/api-keys",
                        "{'name': 'Test', 'scopes': ['" + String.join("', '", scopes) + "'], 'siteId': '" + Sample.SITE
                                + "', 'expiresAt': '" + Instant.now().plus(Duration.ofDays(30)) + "'}")
                .body();
        HttpRequest request = HttpRequest.newBuilder(server.uri().resolve("/oauth/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id="
                        + made.at("/key/keyId").asText() + "&client_secret="
                        + made.path("secret").asText()))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return api().as(Json.read(answer, JsonNode.class)
                    .path("access_token")
                    .asText());
        }
    }

    private Api as(SignIn account) throws IOException, InterruptedException {
        JsonNode token = api().post(
                        "/api/v1/sessions",
                        "{'name': '" + account.name() + "', 'password': '" + account.password() + "'}")
                .body();
        return api().as(token.path("accessToken").asText());
    }

    /// Whether all that is stored keeps the server's promises.
    public List<Verification.Check> verify() {
        return new Verification(server.database()).run();
    }

    @Override
    public void close() {
        server.close();
    }
}
