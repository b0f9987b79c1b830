package dev.keyrack.server.payment;

import dev.keyrack.contract.payment.Payment;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.server.audit.AuditLog;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.persistence.BusyException;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.DatabaseException;
import dev.keyrack.server.persistence.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the calls to the gateway that no request waits for, and asks what became of authorisations whose request is
/// gone. Nothing is ever guessed: an operation stays open, and is asked for again under the same id, until the gateway
/// says.
public final class PaymentJob implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentJob.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(25);
    private static final long POLL_MILLIS = 500;
    private static final int MOST_DOUBLINGS = 6;
    /// How many calls of the gateway are under way at most.
    private static final int CALLS = 32;

    private final Database database;
    private final PaymentService payments;
    private final PaymentGateway gateway;
    private final PaymentListener listener;
    private final AuditLog audit;
    private final Clock clock;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    public PaymentJob(
            Database database,
            PaymentService payments,
            PaymentGateway gateway,
            PaymentListener listener,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.payments = payments;
        this.gateway = gateway;
        this.listener = listener;
        this.audit = audit;
        this.clock = clock;
    }

    /// Asks for everything that was open when the server stopped, then goes on in the background.
    public void start() {
        hurry();
        thread = Thread.ofPlatform().name("payment-job").daemon(true).start(this::run);
    }

    /// Makes everything open due now.
    void hurry() {
        database.write(tx -> {
            payments.store().hurry(tx, clock.instant());
            return true;
        });
    }

    /// Says that there is work.
    public void wake() {
        news.release();
    }

    private void run() {
        try {
            while (!stopping) {
                try (ExecutorService calls =
                        Executors.newFixedThreadPool(CALLS, Thread.ofVirtual().factory())) {
                    if (work(calls) > 0) {
                        continue;
                    }
                } catch (RuntimeException e) {
                    LOG.error("Payments could not be worked on; trying again", e);
                }
                if (news.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Does what is due. What fails is tried again later, and holds up nothing else.
    ///
    /// @param calls where the gateway is called
    /// @return how many operations are tried
    int work(Executor calls) {
        List<Operation> due = database.read(tx -> payments.store().listDue(tx, clock.instant()));
        due.forEach(operation -> calls.execute(() -> attempt(operation)));
        return due.size();
    }

    private void attempt(Operation operation) {
        if (stopping) {
            return;
        }
        try {
            perform(operation);
        } catch (RuntimeException e) {
            LOG.error("The outcome of {} could not be recorded; trying again", operation.id(), e);
            later(operation);
        }
    }

    private void later(Operation operation) {
        try {
            database.write(tx -> postpone(tx, operation));
        } catch (BusyException | DatabaseException e) {
            LOG.warn("{} could not be put off; it is tried again at once", operation.id(), e);
        }
    }

    private void perform(Operation operation) {
        GatewayOutcome outcome = ask(operation);
        database.write(tx -> {
            record(tx, operation, outcome);
            return true;
        });
    }

    private GatewayOutcome ask(Operation operation) {
        PaymentStore.Stored payment = database.read(tx -> payments.store().require(tx, operation.payment()));
        try {
            if (operation.kind() == Operation.Kind.AUTHORISE) {
                return gateway.lookup(operation.id());
            }
            String reference = payment.reference();
            if (reference == null) {
                throw new IllegalStateException("payment " + payment.id() + " has no reference");
            }
            return switch (operation.kind()) {
                case CAPTURE -> gateway.capture(operation.id(), reference, operation.amount());
                case RELEASE -> gateway.release(operation.id(), reference, operation.amount());
                case REFUND -> gateway.refund(operation.id(), reference, operation.amount());
                case AUTHORISE -> throw new IllegalStateException("asked above");
            };
        } catch (RuntimeException e) {
            LOG.warn("The gateway gave no answer to {}", operation.id(), e);
            return new GatewayOutcome.Unknown();
        }
    }

    private void record(Transaction tx, Operation operation, GatewayOutcome outcome) {
        PaymentStore.Stored payment = payments.store().require(tx, operation.payment());
        if (operation.kind() == Operation.Kind.AUTHORISE) {
            recordAuthorisation(tx, operation, payment.booking(), outcome);
            return;
        }
        switch (outcome) {
            case GatewayOutcome.Approved done
            when moves(operation) && !done.amount().equals(operation.amount()) ->
                refused(tx, operation, "amount_mismatch");
            case GatewayOutcome.Approved _ -> {
                if (payments.store().finish(tx, operation.id(), Operation.State.DONE)) {
                    done(tx, operation, payment);
                    listener.moved(tx, payment.booking());
                }
            }
            case GatewayOutcome.Declined(String code) -> refused(tx, operation, code);
            case GatewayOutcome.Unknown _, GatewayOutcome.NotFound _ -> postpone(tx, operation);
        }
    }

    private static boolean moves(Operation operation) {
        return operation.kind() == Operation.Kind.CAPTURE || operation.kind() == Operation.Kind.REFUND;
    }

    /// The same question would get the same answer, so it is not asked again: somebody must look at it.
    private void refused(Transaction tx, Operation operation, String code) {
        if (payments.store().finish(tx, operation.id(), Operation.State.REFUSED)) {
            LOG.error("The gateway refuses {} of payment {}: {}", operation.kind(), operation.payment(), code);
            audit.record(
                    tx,
                    Caller.SYSTEM,
                    "payment.refused",
                    operation.payment().value(),
                    operation.kind() + " " + operation.amount() + ": " + code);
        }
    }

    /// A gateway that knows of nothing is believed once the question can no longer be on its way.
    private void recordAuthorisation(Transaction tx, Operation operation, BookingId booking, GatewayOutcome outcome) {
        boolean neverHeardOf = outcome instanceof GatewayOutcome.NotFound
                && !clock.instant().isBefore(operation.createdAt().plus(PaymentService.REQUEST_TIME));
        GatewayOutcome certain = neverHeardOf ? new GatewayOutcome.Declined("not_found") : outcome;
        if (certain instanceof GatewayOutcome.Approved || certain instanceof GatewayOutcome.Declined) {
            payments.settle(tx, operation.payment(), certain)
                    .ifPresent(meaning -> listener.settled(tx, operation.payment(), booking, meaning));
        } else {
            postpone(tx, operation);
        }
    }

    private void done(Transaction tx, Operation operation, PaymentStore.Stored payment) {
        switch (operation.kind()) {
            case CAPTURE -> {
                payments.store()
                        .put(
                                tx,
                                payment.moved(Payment.State.CAPTURED, clock.instant())
                                        .withAmounts(operation.amount(), payment.refunded()));
            }
            case RELEASE -> {
                if (payment.state() == Payment.State.VOIDING) {
                    payments.store().put(tx, payment.moved(Payment.State.VOIDED, clock.instant()));
                }
            }
            case REFUND ->
                audit.record(
                        tx,
                        Caller.SYSTEM,
                        "payment.refunded",
                        payment.id().value(),
                        operation.amount().toString());
            case AUTHORISE -> throw new IllegalStateException("an authorisation is settled, not done");
        }
    }

    private boolean postpone(Transaction tx, Operation operation) {
        Duration pause = Duration.ofSeconds(1L << Math.min(operation.attempts(), MOST_DOUBLINGS));
        payments.store()
                .postpone(
                        tx,
                        operation.id(),
                        clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
        return true;
    }

    @Override
    public void close() {
        stopping = true;
        news.release();
        Thread running = thread;
        if (running != null) {
            try {
                if (!running.join(LONGEST_STOP)) {
                    LOG.warn("The gateway still owes an answer; it is asked again at the next start");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
