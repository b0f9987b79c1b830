package dev.keyrack.server.operation;

import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Answers;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.DatabaseException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the process lives, and whether it takes requests.
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(HealthEndpoint.class);

    private final Database database;
    private volatile boolean open;

    public HealthEndpoint(Database database) {
        this.database = database;
    }

    /// Says that requests are welcome.
    public void open() {
        open = true;
    }

    /// Says that no new requests should come.
    public void drain() {
        open = false;
    }

    @GET
    @Path("/live")
    @Allowed(Action.READ_HEALTH)
    @Answers(Map.class)
    public Response live() {
        return answer(true);
    }

    /// Ready means that a write reaches the disk.
    @GET
    @Path("/ready")
    @Allowed(Action.READ_HEALTH)
    @Answers(
            value = Map.class,
            status = {200, 503})
    public Response ready() {
        return answer(open && canWrite());
    }

    private boolean canWrite() {
        try {
            return database.write(tx -> {
                tx.update("delete from setting where name = 'probe'");
                return tx.update("insert into setting (name, content) values ('probe', 'ready')") == 1;
            });
        } catch (DatabaseException e) {
            LOG.error("The database does not take a write", e);
            return false;
        }
    }

    private static Response answer(boolean up) {
        return Response.status(up ? 200 : 503)
                .entity(Map.of("status", up ? "up" : "down"))
                .build();
    }
}
