package dev.keyrack.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.DatabaseUrl;
import dev.keyrack.server.persistence.Durability;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.ServerProcess;
import dev.keyrack.server.verification.Verification;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the server again and again while clients book, and counts the acknowledged bookings that are gone afterwards.
class KillIT {

    private static final int KILLS = Integer.getInteger("keyrack.kills", 8);
    private static final int CLIENTS = 4;
    private static final int PATIENCE_SECONDS = 60;
    private static final long SEED = 7;

    @TempDir
    Path folder;

    @Test
    void losesNoAcknowledgedBookingHoweverOftenItIsKilled() throws Exception {
        assertThat(lost(Durability.DISK, KILLS)).as("seed %d", SEED).isEmpty();
    }

    @Test
    void seesLossWhenTheGateIsTakenOut() throws Exception {
        assertThat(lost(Durability.NONE, 1)).as("seed %d", SEED).isNotEmpty();
    }

    /// The acknowledged bookings that the server does not know after its last start.
    private List<String> lost(Durability durability, int kills) throws Exception {
        Random random = new Random(SEED);
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        for (int kill = 0; kill < kills; kill++) {
            ServerProcess server = ServerProcess.start(folder, durability);
            bookUntilKilled(server, acknowledged, 5 + random.nextInt(30));
            if (durability == Durability.DISK) {
                assertKept(acknowledged, "seed %d, kill %d".formatted(SEED, kill));
            }
        }
        assertThat(acknowledged).isNotEmpty();
        ServerProcess server = ServerProcess.start(folder, Durability.DISK);
        try {
            List<String> lost = new ArrayList<>();
            Api api = new Api(server.uri());
            for (String booking : acknowledged) {
                Api.Reply reply = api.get("/api/v1/bookings/" + booking);
                if (!reply.text("status").equals("confirmed")) {
                    lost.add(booking + ": " + reply.status() + " " + reply.raw().body());
                }
            }
            return lost;
        } finally {
            server.kill();
        }
    }

    /// Looks into the file as the kill left it; half a transaction would break a promise.
    private void assertKept(Collection<String> acknowledged, String when) {
        try (Database database = Database.open(DatabaseUrl.inFolder(folder), Durability.DISK, List.of())) {
            Set<String> confirmed = database.read(tx ->
                    Set.copyOf(tx.list("select id from booking where status = 'CONFIRMED'", row -> row.text("id"))));
            assertThat(confirmed).as("recovered, %s", when).containsAll(acknowledged);
            assertThat(new Verification(database).run()).as(when).allMatch(Verification.Check::holds);
        }
    }

    /// Lets clients book until so many more are acknowledged, then kills the server under them.
    private static void bookUntilKilled(ServerProcess server, Queue<String> acknowledged, int more) throws Exception {
        CountDownLatch enough = new CountDownLatch(more);
        AtomicBoolean killed = new AtomicBoolean();
        Set<String> refusals = ConcurrentHashMap.newKeySet();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                running.add(clients.submit(() -> book(
                        new Api(server.uri()),
                        booking -> {
                            acknowledged.add(booking);
                            enough.countDown();
                        },
                        refusals,
                        killed)));
            }
            boolean went = enough.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String threads = went ? "" : server.threads();
            killed.set(true);
            server.kill();
            for (Future<?> client : running) {
                client.get();
            }
            assertThat(went)
                    .as("no more bookings; %d of %d were missing\n%s\n%s", enough.getCount(), more, refusals, threads)
                    .isTrue();
        }
    }

    private static Void book(Api api, Consumer<String> acknowledged, Set<String> refusals, AtomicBoolean killed)
            throws Exception {
        LocalDate night = LocalDate.now(ZoneOffset.UTC).plusDays(20);
        String body = "{'resourceId': '" + Sample.RESOURCE + "', 'startDate': '" + night + "', 'endDate': '"
                + night.plusDays(2) + "', 'quantity': 1, 'userDetails': {'firstName': 'Ann', 'lastName': 'Lee'},"
                + " 'paymentMethod': 'credit_card', 'paymentDetails': {'token': 'tok_approve'}}";
        while (true) {
            try {
                Api.Reply reply = api.post("/api/v1/bookings", body);
                if (reply.status() == 201) {
                    acknowledged.accept(reply.text("bookingId"));
                } else {
                    refusals.add(reply.status() + " " + reply.text("detail"));
                }
            } catch (HttpTimeoutException e) {
                throw e;
            } catch (IOException e) {
                assertThat(killed)
                        .as("a connection broke before the kill: " + e)
                        .isTrue();
                return null;
            }
        }
    }
}
