package dev.keyrack.server.rig;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.UnitTerms;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.ServerAssembly;
import dev.keyrack.server.ServerConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/// A whole server in this process, on a free port, with one site.
public final class TestServer implements AutoCloseable {

    private final ServerAssembly server;
    private final SignIn administrator;

    public TestServer(Path folder) {
        this(folder, Clock.systemUTC());
    }

    public TestServer(Path folder, Clock clock) {
        server = new ServerAssembly(ServerConfig.onLoopback(folder, 0, clock));
        administrator = server.start().orElseThrow();
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

    public Api api() {
        return new Api(server.uri());
    }

    /// A client signed in as the administrator.
    public Api staff() throws IOException, InterruptedException {
        JsonNode token = api().post(
                        "/api/v1/sessions",
                        "{'name': '" + administrator.name() + "', 'password': '" + administrator.password() + "'}")
                .body();
        return api().as(token.path("accessToken").asText());
    }

    @Override
    public void close() {
        server.close();
    }
}
