package dev.keyrack.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.server.persistence.Durability;
import dev.keyrack.server.rig.Bookers;
import dev.keyrack.server.rig.Promises;
import dev.keyrack.server.rig.ServerProcess;
import dev.keyrack.server.rig.TestDatabase;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Kills the server again and again while clients book, and looks for the acknowledged bookings afterwards.
///
/// `-Dkeyrack.kills=N` kills more often.
class KillIT {

    private static final int KILLS = Integer.getInteger("keyrack.kills", 5);
    private static final int CLIENTS = 4;
    private static final long SEED = 7;

    @TempDir
    private Path folder;

    @Test
    void losesNoAcknowledgedBookingHoweverOftenItIsKilled() throws Exception {
        Random random = new Random(SEED);
        try (Bookers bookers = new Bookers()) {
            for (int kill = 0; kill < KILLS; kill++) {
                killWhileBooking(bookers, Durability.DISK, 5 + random.nextInt(30));
                assertThat(Promises.lost(TestDatabase.url(folder), bookers.acknowledged()))
                        .as("seed %d, kill %d", SEED, kill)
                        .isEmpty();
            }
        }
    }

    @Test
    @DisabledIfSystemProperty(named = "test.database", matches = "postgresql") // which outlives its clients
    void seesLossWhenTheGateIsTakenOut() throws Exception {
        try (Bookers bookers = new Bookers()) {
            killWhileBooking(bookers, Durability.NONE, 20);
            assertThat(Promises.lost(TestDatabase.url(folder), bookers.acknowledged()))
                    .isNotEmpty();
        }
    }

    private void killWhileBooking(Bookers bookers, Durability durability, int more) throws Exception {
        ServerProcess server = ServerProcess.start(folder, durability);
        bookers.begin(server.uri(), CLIENTS);
        boolean went = bookers.await(more);
        String threads = went ? "" : server.threads();
        bookers.stop();
        server.kill();
        bookers.join();
        assertThat(went)
                .as("no more bookings; %s\n%s", bookers.refusals(), threads)
                .isTrue();
    }
}
