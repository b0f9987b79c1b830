package dev.keyrack.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestDatabase;
import dev.keyrack.server.rig.TestServer;
import dev.keyrack.server.verification.Verification;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Two servers on one database: clients of both race for the last room, and send one request to both.
@EnabledIfSystemProperty(named = "test.database", matches = "postgresql")
class NodesIT {

    private static final int ROUNDS = 60;
    private final LocalDate first = LocalDate.now(ZoneOffset.UTC).plusDays(30);

    @TempDir
    private Path folder;

    private ServerAssembly secondNode() {
        ServerAssembly node = new ServerAssembly(
                ServerConfig.onLoopback(folder, 0, Clock.systemUTC()).on(TestDatabase.url(folder)));
        node.start();
        return node;
    }

    @Test
    void sellsTheLastRoomOnceHoweverManyNodesSell() throws Exception {
        try (TestServer one = new TestServer(folder);
                ServerAssembly two = secondNode();
                ExecutorService clients = Executors.newFixedThreadPool(4)) {
            ResourceId last = one.add(Sample.nights(1));
            List<Api> nodes = List.of(one.api(), new Api(two.uri()));
            for (int round = 0; round < ROUNDS; round++) {
                LocalDate night = first.plusDays(round);
                List<Api.Reply> replies =
                        race(clients, List.of(nodes.get(0), nodes.get(1), nodes.get(0), nodes.get(1)), last, night);
                assertThat(replies.stream().filter(reply -> reply.status() == 201))
                        .as("round %d", round)
                        .hasSize(1);
                assertThat(replies.stream().filter(reply -> reply.status() == 409))
                        .as("round %d", round)
                        .hasSize(3);
            }
            assertThat(one.verify()).allMatch(Verification.Check::holds);
        }
    }

    @Test
    void doesARequestOnceThatWasSentToBothNodes() throws Exception {
        try (TestServer one = new TestServer(folder);
                ServerAssembly two = secondNode();
                ExecutorService clients = Executors.newFixedThreadPool(4)) {
            ResourceId plenty = one.add(Sample.nights(1_000));
            for (int round = 0; round < ROUNDS; round++) {
                String key = "both-nodes-" + round;
                List<Api> nodes = List.of(
                        one.api().with("Idempotency-Key", key), new Api(two.uri()).with("Idempotency-Key", key));
                List<Api.Reply> replies = race(clients, nodes, plenty, first);
                Set<String> bookings = replies.stream()
                        .filter(reply -> reply.status() == 201)
                        .map(reply -> reply.text("bookingId"))
                        .collect(Collectors.toSet());
                assertThat(bookings).as("round %d", round).hasSize(1);
                assertThat(replies)
                        .as("round %d", round)
                        .allMatch(reply -> Set.of(201, 409).contains(reply.status()));
            }
            assertThat(one.server()
                            .database()
                            .<Integer>read(tx -> tx.list("select id from booking", row -> row.text("id"))
                                    .size()))
                    .isEqualTo(ROUNDS);
            assertThat(one.verify()).allMatch(Verification.Check::holds);
        }
    }

    private static List<Api.Reply> race(ExecutorService clients, List<Api> apis, ResourceId room, LocalDate night)
            throws Exception {
        CyclicBarrier start = new CyclicBarrier(apis.size());
        List<Callable<Api.Reply>> calls = new ArrayList<>();
        for (Api api : apis) {
            calls.add(() -> {
                start.await();
                return api.post("/api/v1/bookings", booking(room, night));
            });
        }
        List<Api.Reply> replies = new ArrayList<>();
        for (Future<Api.Reply> done : clients.invokeAll(calls)) {
            replies.add(done.get());
        }
        return replies;
    }

    private static String booking(ResourceId room, LocalDate night) {
        return "{'resourceId': '" + room + "', 'startDate': '" + night + "', 'endDate': '" + night.plusDays(1)
                + "', 'quantity': 1, 'userDetails': {'firstName': 'Ann', 'lastName': 'Lee'},"
                + " 'paymentMethod': 'credit_card', 'paymentDetails': {'token': 'tok_approve'}}";
    }
}
