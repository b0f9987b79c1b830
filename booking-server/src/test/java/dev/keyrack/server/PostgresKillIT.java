package dev.keyrack.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.server.persistence.Durability;
import dev.keyrack.server.rig.Bookers;
import dev.keyrack.server.rig.KillablePostgres;
import dev.keyrack.server.rig.Promises;
import dev.keyrack.server.rig.ServerProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Kills PostgreSQL again and again under a server that goes on, while clients book, and looks for the acknowledged
/// bookings afterwards; and freezes one of two or three servers in the middle of what it does.
///
/// `-Dkeyrack.kills=N` kills more often, `-Dkeyrack.freezes=N` freezes more often.
@EnabledIfSystemProperty(named = "test.database", matches = "postgresql")
class PostgresKillIT {

    private static final int KILLS = Integer.getInteger("keyrack.kills", 3);
    private static final int FREEZES = Integer.getInteger("keyrack.freezes", 1);
    private static final int CLIENTS = 4;
    private static final long SEED = 7;

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private KillablePostgres postgres;

    @BeforeEach
    void start() throws Exception {
        postgres = new KillablePostgres(folder.resolve("postgres"));
    }

    @AfterEach
    void end() throws Exception {
        postgres.close();
    }

    private ServerProcess server(Durability durability) throws Exception {
        return ServerProcess.start(folder, postgres.url(), durability);
    }

    /// Whatever is lost of what was acknowledged.
    private void killWhileBooking(Bookers bookers, Durability durability, int kills) throws Exception {
        Random random = new Random(SEED);
        ServerProcess server = server(durability);
        try {
            bookers.begin(server.uri(), CLIENTS);
            for (int kill = 0; kill < kills; kill++) {
                assertThat(bookers.await(5 + random.nextInt(30)))
                        .as("seed %d, kill %d; %s", SEED, kill, bookers.refusals())
                        .isTrue();
                postgres.kill();
                postgres.restart();
            }
            bookers.stop();
            bookers.join();
        } finally {
            server.kill();
        }
    }

    @Test
    void losesNoAcknowledgedBookingHoweverOftenItIsKilled() throws Exception {
        try (Bookers bookers = new Bookers()) {
            killWhileBooking(bookers, Durability.DISK, KILLS);
            assertThat(Promises.lost(postgres.url(), bookers.acknowledged()))
                    .as("seed %d", SEED)
                    .isEmpty();
        }
    }

    @Test
    void seesLossWhenTheGateIsTakenOut() throws Exception {
        try (Bookers bookers = new Bookers()) {
            killWhileBooking(bookers, Durability.NONE, 3);
            assertThat(Promises.lost(postgres.url(), bookers.acknowledged())).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void goesOnWithoutAFrozenNodeWhichKnowsNothingOldWhenItGoesOn(int count) throws Exception {
        List<ServerProcess> nodes = new ArrayList<>();
        List<Bookers> bookers = new ArrayList<>();
        try {
            for (int node = 0; node < count; node++) {
                nodes.add(server(Durability.DISK));
                bookers.add(new Bookers());
            }
            for (int round = 0; round < FREEZES; round++) {
                for (int node = 0; node < count; node++) {
                    bookers.get(node).begin(nodes.get(node).uri(), CLIENTS);
                }
                go(bookers, 10);
                nodes.getFirst().freeze();
                go(bookers.subList(1, count), 60 / (count - 1));
                nodes.getFirst().thaw();
                go(bookers.subList(0, 1), 10);
                bookers.forEach(Bookers::stop);
                for (Bookers one : bookers) {
                    one.join();
                }
            }
            for (Bookers one : bookers) {
                assertThat(Promises.lost(postgres.url(), one.acknowledged())).isEmpty();
            }
        } finally {
            for (ServerProcess node : nodes) {
                node.kill();
            }
            bookers.forEach(Bookers::close);
        }
    }

    /// Each gets so many more bookings.
    private static void go(List<Bookers> all, int more) throws InterruptedException {
        for (Bookers bookers : all) {
            assertThat(bookers.await(more)).as("%s", bookers.refusals()).isTrue();
        }
    }
}
