package dev.keyrack.server.sync;

import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.sync.ChangePage;
import dev.keyrack.contract.sync.SnapshotPage;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Snapshots and changes over HTTP, for client copies. Pokes come from [PokeServlet].
@Path("/api/v1/sync")
@Produces(MediaType.APPLICATION_JSON)
public final class SyncEndpoint {

    private static final int MOST_CHANGES = 1_000;
    private static final int LONGEST_WAIT = 25;

    private final SyncService sync;
    private final Predicate<Caller> alive;

    /// @param alive whether a caller's token is still good
    public SyncEndpoint(SyncService sync, Predicate<Caller> alive) {
        this.sync = sync;
        this.alive = alive;
    }

    /// A page of a scope's present state; the first one without `page`.
    @GET
    @Path("/snapshot/{scope}")
    @Allowed(Action.READ_FEED)
    public SnapshotPage snapshot(
            @PathParam("scope") String scope,
            @QueryParam("page") @Nullable String page,
            @Context ContainerRequestContext context) {
        return sync.snapshot(Caller.of(context), scope, page);
    }

    /// Changes after a cursor; with `wait`, an answer comes as soon as there is one, or after so many seconds.
    /// Who waits does so on a thread of its own, and does not keep others from being served.
    @GET
    @Path("/changes")
    @Allowed(Action.READ_FEED)
    public CompletionStage<ChangePage> changes(
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("500") int limit,
            @QueryParam("wait") @DefaultValue("0") int wait,
            @Context ContainerRequestContext context) {
        if (limit < 1 || limit > MOST_CHANGES) {
            throw ProblemException.malformed("limit", "expected 1 to " + MOST_CHANGES);
        }
        if (wait < 0 || wait > LONGEST_WAIT) {
            throw ProblemException.malformed("wait", "expected 0 to " + LONGEST_WAIT + " seconds");
        }
        Caller caller = Caller.of(context);
        CompletableFuture<ChangePage> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("changes").start(() -> read(answer, caller, cursor, limit, wait));
        return answer;
    }

    private void read(CompletableFuture<ChangePage> answer, Caller caller, String cursor, int limit, int wait) {
        try {
            ChangePage page = sync.changes(caller, cursor, limit, wait);
            if (wait > 0 && !alive.test(caller)) {
                throw new ProblemException(ProblemType.UNAUTHENTICATED, "The token ended during the wait.");
            }
            answer.complete(page);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.completeExceptionally(new ProblemException(ProblemType.BUSY, "The server is stopping."));
        } catch (Throwable e) {
            answer.completeExceptionally(e);
        }
    }
}
