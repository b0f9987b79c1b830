package dev.keyrack.server.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyrack.server.rig.TestServer;
import dev.keyrack.server.verification.Verification;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random work by several clients at once, judged by a model. A failure names its seed, which can be given again:
/// `-Dkeyrack.seed=N`, with more rounds by `-Dkeyrack.rounds=N`. For hours there is `./keyrack bench soak`.
class SoakIT {

    private static final long SEED = Long.getLong("keyrack.seed", 20_261_126L);
    private static final int ROUNDS = Integer.getInteger("keyrack.rounds", 8);

    /// A fault is seen within so many rounds; fewer than are played before the first recount.
    private static final int ROUNDS_OF_A_FAULT = 8;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-26T12:00:00Z"));

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestServer server;

    @BeforeEach
    void open() {
        server = new TestServer(folder, clock);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Soak.Report soak(BooleanSupplier over) throws InterruptedException {
        return new Soak(
                        server.server().uri(),
                        server.administrator(),
                        clock,
                        new Verification(server.server().database()),
                        SEED)
                .run(over);
    }

    @Test
    void allAnswersCanBeTrueAndAllThatWasToldIsThere() throws InterruptedException {
        AtomicInteger rounds = new AtomicInteger();
        Soak.Report report = soak(() -> rounds.incrementAndGet() >= ROUNDS);
        assertThat(report.rounds()).isEqualTo(ROUNDS);
        assertThat(report.answers())
                .as("seed %d", SEED)
                .containsKeys(
                        "holds 201",
                        "holds 409 /problems/sold-out",
                        "books 201",
                        "books 402 /problems/payment-declined",
                        "confirms 201",
                        "changes 200",
                        "cancels 200");
    }

    /// The faults are planted in the database, behind the server's back, between two rounds. Which of the things that
    /// they bend is seen first is left to chance.
    @Test
    void seesEachPlantedFault() {
        List<String> faults = List.of(
                // the guard of a cell, in the server and in the database, lets one more pass than there are
                "update cell set allowance = 1, version = version + 1",
                // what was counted is counted no more: a lost update
                "update cell set booked = booked - 1, version = version + 1 where booked > 0",
                // an acknowledged booking is gone
                "update booking set status = 'CANCELLED' where status = 'CONFIRMED'",
                // a hold does not end in its time
                "update hold set expires_at = expires_at + interval '1' hour where state = 'ACTIVE'");
        faults.forEach(fault -> assertThatThrownBy(() -> soakWith(fault))
                .as("seed %d, %s", SEED, fault)
                .isInstanceOf(SoakException.class)
                .message()
                .startsWith("Seed " + SEED)
                .containsPattern("cannot all be true|but the server says|was answered 500"));
    }

    private void soakWith(String fault) throws InterruptedException {
        AtomicInteger rounds = new AtomicInteger();
        soak(() -> {
            server.server().database().write(tx -> tx.update(fault));
            return rounds.incrementAndGet() >= ROUNDS_OF_A_FAULT;
        });
    }
}
