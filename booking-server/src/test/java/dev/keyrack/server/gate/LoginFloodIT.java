package dev.keyrack.server.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestServer;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginFloodIT {

    /// More than twenty times what is hashed in a second, and more than requests find a place.
    private static final int FLOODERS = 300;

    private final Set<Integer> answers = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Exception> failures = new ConcurrentLinkedQueue<>();
    private final Set<String> waits = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void goesOnSellingWhileMultitudeGuessesPasswords(@TempDir Path folder) throws Exception {
        try (TestServer server = new TestServer(folder)) {
            ResourceId room = server.add(Sample.nights(1_000));
            Api api = server.api();
            CountDownLatch flooded = new CountDownLatch(FLOODERS);
            List<Thread> flood = new ArrayList<>();
            for (int i = 0; i < FLOODERS; i++) {
                String name = "guess" + i + "@example.org";
                flood.add(Thread.startVirtualThread(() -> guess(api, name, flooded)));
            }
            flooded.await();
            LocalDate night = LocalDate.now(ZoneOffset.UTC).plusDays(30);
            for (int i = 0; i < 20; i++) {
                Api.Reply held = api.post(
                        "/api/v1/holds",
                        "{'resourceId': '" + room.value() + "', 'startDate': '" + night + "', 'endDate': '"
                                + night.plusDays(1) + "', 'quantity': 1}");
                assertThat(held.status()).as(held.raw().body()).isIn(200, 201);
            }
            over.set(true);
            for (Thread thread : flood) {
                thread.join();
            }
            assertThat(failures).isEmpty();
            assertThat(answers).contains(429).isSubsetOf(401, 429, 503);
            assertThat(waits).containsExactly("5");
        }
    }

    private void guess(Api api, String name, CountDownLatch flooded) {
        try {
            do {
                Api.Reply reply = api.post("/api/v1/sessions", "{'name': '" + name + "', 'password': 'let me in'}");
                answers.add(reply.status());
                flooded.countDown();
                if (reply.status() == 429) {
                    waits.add(reply.raw().headers().firstValue("Retry-After").orElse(""));
                    Thread.sleep(1_000);
                }
            } while (!over.get());
        } catch (HttpTimeoutException _) {
            // one who guesses may wait in vain
            flooded.countDown();
        } catch (IOException | InterruptedException e) {
            failures.add(e);
            flooded.countDown();
        }
    }
}
