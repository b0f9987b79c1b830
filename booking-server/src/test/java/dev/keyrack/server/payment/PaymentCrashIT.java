package dev.keyrack.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.PaymentId;
import dev.keyrack.server.audit.AuditLog;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Durability;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.rig.TestDatabase;
import dev.keyrack.server.soak.MovableClock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Payments with a fault at every boundary, from one seed; afterwards the bank's books must equal ours.
class PaymentCrashIT {

    private static final long SEED = Long.getLong("keyrack.seed", 20260601L);
    private static final int PAYMENTS = 500;
    private static final List<String> TOKENS = List.of(
            "tok_approve",
            "tok_approve",
            "tok_approve",
            "payment_token_xyz",
            "tok_timeout",
            "tok_timeout_lost",
            "tok_partial",
            "tok_decline_insufficient_funds",
            "tok_decline_stolen",
            "tok_nobody_knows");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-06-01T12:00:00Z"));
    private final Map<BookingId, Money> asked = new HashMap<>();
    /// What each guest should have paid: kept beside the books, from what was decided and promised.
    private final Map<BookingId, BigDecimal> expected = new HashMap<>();
    private final Random random = new Random(SEED);
    private Database database;
    private FaultyGateway gateway;
    private PaymentService payments;
    private PaymentJob job;
    private int crashes;

    @AfterEach
    void close() {
        database.close();
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        database = TestDatabase.open(folder, Durability.NONE, List.of());
        gateway = new FaultyGateway(new SandboxGateway(database), random, FaultyGateway.Ids.KEPT);
        payments = new PaymentService(gateway, clock);
        job = newJob();
    }

    private void use(FaultyGateway.Ids ids) {
        gateway = new FaultyGateway(new SandboxGateway(database), random, ids);
        restart();
    }

    private void restart() {
        payments = new PaymentService(gateway, clock);
        job = newJob();
        job.hurry();
    }

    private PaymentJob newJob() {
        return new PaymentJob(database, payments, gateway, new Desk(), new AuditLog(clock), clock);
    }

    /// Decides as the booking part does: what is approved is taken, or let go where the booking is gone.
    private final class Desk implements PaymentListener {

        @Override
        public void settled(Transaction tx, PaymentId payment, BookingId booking, GatewayOutcome outcome) {
            decide(tx, booking, payment, outcome);
            crashSometimes(40);
        }

        @Override
        public void moved(Transaction tx, BookingId booking) {
            crashSometimes(20);
        }
    }

    private void crashSometimes(int oneIn) {
        if (oneIn > 0 && random.nextInt(oneIn) == 0) {
            throw new FaultyGateway.Crash();
        }
    }

    /// Decides alike again where the process ended before the decision was on the disk.
    private void decide(Transaction tx, BookingId booking, PaymentId payment, GatewayOutcome outcome) {
        if (outcome instanceof GatewayOutcome.Approved) {
            if (booking.value().endsWith("3") || booking.value().endsWith("7")) {
                payments.release(tx, payment);
            } else {
                payments.capture(tx, payment);
                expected.put(
                        booking,
                        asked.getOrDefault(booking, Money.zero(CurrencyUnit.EUR))
                                .getAmount());
            }
        }
    }

    /// The process may end anywhere in the work; what it forgot then must come back from the disk.
    private void survive(Runnable work) {
        try {
            work.run();
        } catch (FaultyGateway.Crash e) {
            crashes++;
            restart();
        }
    }

    private void request(BookingId booking) {
        Money amount = Money.ofMinor(CurrencyUnit.EUR, 100 + random.nextInt(90_000));
        asked.put(booking, amount);
        expected.put(booking, BigDecimal.ZERO);
        String token = TOKENS.get(random.nextInt(TOKENS.size()));
        PaymentService.Intent intent = database.write(tx -> payments.start(tx, booking, amount, token));
        PaymentId payment = intent.payment();
        crashSometimes(15);
        GatewayOutcome outcome = payments.authorise(intent);
        crashSometimes(15);
        for (int i = 0; i <= random.nextInt(2); i++) {
            database.write(tx -> {
                payments.settle(tx, payment, outcome).ifPresent(meaning -> decide(tx, booking, payment, meaning));
                return true;
            });
        }
    }

    private void refundSome(List<BookingId> bookings) {
        BookingId booking = bookings.get(random.nextInt(bookings.size()));
        int percent = 10 + random.nextInt(60);
        clock.advance(Duration.ofMillis(1));
        Money promised = database.write(tx -> {
            Money paid = payments.paid(tx, booking, CurrencyUnit.EUR);
            Money part = paid.multipliedBy(percent, RoundingMode.DOWN).dividedBy(100, RoundingMode.DOWN);
            return payments.refund(tx, booking, part);
        });
        expected.computeIfPresent(booking, (id, amount) -> amount.subtract(promised.getAmount()));
    }

    private void workALittle() {
        gateway.deliver();
        clock.advance(Duration.ofMillis(1 + random.nextInt(12_000)));
        survive(() -> job.work(Runnable::run));
    }

    private List<String> run() {
        List<BookingId> bookings = new ArrayList<>();
        for (int i = 0; i < PAYMENTS; i++) {
            BookingId booking = new BookingId("bkg_" + i);
            bookings.add(booking);
            survive(() -> request(booking));
            refundSome(bookings);
            workALittle();
        }
        gateway.heal();
        gateway.deliver();
        int rounds = 0;
        while (open() > 0) {
            clock.advance(Duration.ofSeconds(61));
            survive(() -> job.work(Runnable::run));
            assertThat(++rounds).as("rounds until all is known").isLessThan(200);
        }
        return database.read(tx -> {
            List<String> faults = new ArrayList<>(BankLedger.compare(tx, expected));
            faults.addAll(payments.listInconsistencies(tx));
            return faults;
        });
    }

    private long open() {
        return count("payment_operation where state = 'OPEN'");
    }

    private long count(String rows) {
        return database.read(tx -> tx.find("select count(*) as total from " + rows, row -> row.number("total"))
                .orElse(0L));
    }

    @Test
    void agreesWithTheBankAfterFaultsAtEveryBoundary() {
        assertThat(run()).as("seed " + SEED).isEmpty();
        assertThat(count("payment")).isEqualTo(PAYMENTS);
        assertThat(gateway.faults()).isGreaterThan(200);
        assertThat(crashes).isGreaterThan(50);
        assertThat(count("payment where state = 'CAPTURED' and refunded > 0")).isGreaterThan(50);
        assertThat(count("payment where state = 'VOIDED'")).isGreaterThan(20);
    }

    @Test
    void seesRetriesThatLookLikeNewOperations() {
        use(FaultyGateway.Ids.NEW_FOR_EACH_RETRY);
        assertThat(run())
                .anySatisfy(fault -> assertThat(fault).contains("orphan"))
                .anySatisfy(fault -> assertThat(fault).contains("refunded"));
    }
}
