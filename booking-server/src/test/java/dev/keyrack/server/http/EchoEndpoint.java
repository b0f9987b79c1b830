package dev.keyrack.server.http;

import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.gate.Limited;
import dev.keyrack.server.gate.Tier;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Says what reached it.
@Path("/echo")
@Produces(MediaType.APPLICATION_JSON)
public final class EchoEndpoint {

    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch leaves = new CountDownLatch(1);
    final Semaphore waiting = new Semaphore(0);

    public record Word(String word) {}

    @POST
    @Allowed(Action.READ_CATALOG)
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, String> post(Word word, @Context ContainerRequestContext request) {
        IdempotencyKey key = IdempotencyKey.of(request);
        return Map.of(
                "word", word.word(),
                "caller", Caller.of(request).userId().value(),
                "key", key == null ? "" : key.key() + " " + key.route() + " " + key.bodyHash());
    }

    @PUT
    @Allowed(Action.READ_CATALOG)
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Long> put(Word word, @Context ContainerRequestContext request) {
        return Map.of("revision", IfMatch.require(request).number());
    }

    @GET
    @Path("/number")
    @Allowed(Action.READ_CATALOG)
    public Map<String, Integer> number(@QueryParam("number") int number) {
        return Map.of("number", number);
    }

    @GET
    @Path("/seldom")
    @Allowed(Action.READ_CATALOG)
    @Limited(Tier.SIGN_IN)
    public Map<String, String> seldom() {
        return Map.of();
    }

    @GET
    @Path("/staff")
    @Allowed(Action.CHANGE_RATES)
    public Map<String, String> staff(@Context ContainerRequestContext request) {
        return Map.of("caller", Caller.of(request).userId().value());
    }

    @GET
    @Path("/things/{id}/{name}")
    @Allowed(Action.CHANGE_RATES)
    public Map<String, String> thing(@PathParam("id") String id, @PathParam("name") String name) {
        if (!name.equals("known")) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is nothing of that name.");
        }
        return Map.of("id", id);
    }

    @GET
    @Path("/forgotten")
    public Map<String, String> forgotten() {
        return Map.of();
    }

    @GET
    @Path("/broken")
    @Allowed(Action.READ_CATALOG)
    public Map<String, Long> broken() {
        if (leaves.getCount() > 0) {
            throw new IllegalStateException("secret");
        }
        return Map.of();
    }

    @GET
    @Path("/slow")
    @Allowed(Action.READ_CATALOG)
    public Map<String, Boolean> slow() throws InterruptedException {
        entered.countDown();
        return Map.of("done", leaves.await(20, TimeUnit.SECONDS));
    }

    /// Answers, each on a thread of its own, once it may leave.
    @GET
    @Path("/late")
    @Allowed(Action.READ_CATALOG)
    public CompletionStage<Map<String, Boolean>> late() {
        waiting.release();
        CompletableFuture<Map<String, Boolean>> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(Map.of("done", leaves.await(20, TimeUnit.SECONDS)));
            } catch (InterruptedException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }
}
