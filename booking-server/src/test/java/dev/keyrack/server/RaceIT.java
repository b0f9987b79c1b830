package dev.keyrack.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestServer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three clients race for the last room: one books, one holds, one moves a booking there. Every time exactly one gets
/// it.
class RaceIT {

    private static final int ROUNDS = 200;
    private final LocalDate first = LocalDate.now(ZoneOffset.UTC).plusDays(30);

    @TempDir
    Path folder;

    @Test
    void sellsTheLastRoomOnceEachTime() throws Exception {
        try (TestServer server = new TestServer(folder);
                ExecutorService clients = Executors.newFixedThreadPool(3)) {
            ResourceId last = server.add(Sample.nights(1));
            ResourceId other = server.add(Sample.nights(ROUNDS));
            Api api = server.api();
            for (int round = 0; round < ROUNDS; round++) {
                LocalDate night = first.plusDays(round);
                Api.Reply moving = api.post("/api/v1/bookings", booking(other, night));
                String path = "/api/v1/bookings/" + moving.text("bookingId");
                CyclicBarrier start = new CyclicBarrier(3);
                List<Integer> statuses = race(
                        clients,
                        List.of(
                                () -> at(start, () -> api.post("/api/v1/bookings", booking(last, night))),
                                () -> at(start, () -> api.post("/api/v1/holds", stay(last, night) + "}")),
                                () -> at(start, () -> move(api, path, last))));
                assertThat(statuses.stream().filter(status -> status < 300))
                        .as("round %d: %s", round, statuses)
                        .hasSize(1);
                assertThat(statuses.stream().filter(status -> status == 409))
                        .as("round %d: %s", round, statuses)
                        .hasSize(2);
            }
        }
    }

    private static Api.Reply move(Api api, String path, ResourceId to) throws Exception {
        for (int attempt = 0; ; attempt++) {
            String tag = api.get(path).entityTag();
            Api.Reply reply = api.with("If-Match", tag).send("PATCH", path, "{'resourceId': '" + to + "'}");
            if (reply.status() != 412 || attempt == 20) {
                return reply;
            }
        }
    }

    private static int at(CyclicBarrier start, Callable<Api.Reply> call) throws Exception {
        start.await();
        return call.call().status();
    }

    private static List<Integer> race(ExecutorService clients, List<Callable<Integer>> calls) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> done : clients.invokeAll(calls)) {
            statuses.add(done.get());
        }
        return statuses;
    }

    private static String stay(ResourceId resource, LocalDate night) {
        return "{'resourceId': '" + resource + "', 'startDate': '" + night + "', 'endDate': '" + night.plusDays(1)
                + "', 'quantity': 1";
    }

    private static String booking(ResourceId resource, LocalDate night) {
        return stay(resource, night)
                + ", 'userDetails': {'firstName': 'Ann', 'lastName': 'Lee'}, 'paymentMethod': 'credit_card',"
                + " 'paymentDetails': {'token': 'tok_approve'}}";
    }
}
