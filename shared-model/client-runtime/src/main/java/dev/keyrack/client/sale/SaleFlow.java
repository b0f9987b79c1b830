package dev.keyrack.client.sale;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.ServerApi;
import dev.keyrack.client.store.LocalStore;
import dev.keyrack.client.terminal.PaymentTerminal;
import dev.keyrack.client.terminal.TerminalOutcome;
import dev.keyrack.client.terminal.TerminalPayment;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.value.BookingId;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Takes a sale from step to step. What is known is on disk before the next step begins, and a silent terminal or
/// server is asked again and never told twice, so that [#resume] can go on after a crash at any point.
public final class SaleFlow implements AutoCloseable {

    private static final int QUESTIONS = 20;
    private static final int REMEMBERED = 50;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration ROUND = Duration.ofSeconds(5);

    private final ServerApi api;
    private final LocalStore store;
    private final PaymentTerminal terminal;
    private final Thread keeper = Thread.ofVirtual().name("open-sales").unstarted(this::keepOn);
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<String, SaleOutcome> ended = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SaleOutcome> eldest) {
            return size() > REMEMBERED;
        }
    });

    public SaleFlow(ServerApi api, LocalStore store, PaymentTerminal terminal) {
        this.api = api;
        this.store = store;
        this.terminal = terminal;
    }

    /// Goes on with what is open, again and again, on a thread of its own until closed.
    public void start() {
        keeper.start();
    }

    private void keepOn() {
        try {
            while (true) {
                for (String id : listOpen()) {
                    resume(id);
                }
                Thread.sleep(ROUND);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        store.interrupt(keeper);
        try {
            keeper.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Sells, and waits for terminal and server.
    public SaleOutcome sell(Sale sale) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            if (!sale.byCard()) {
                return book(sale);
            }
            keep(sale);
            TerminalPayment payment = new TerminalPayment(sale.id(), sale.amount(), sale.currency());
            return heard(sale, settled(sale, terminal.pay(payment)));
        } finally {
            turn.unlock();
        }
    }

    /// Goes on with a sale that a crash or silence left open; how it went if it has ended meanwhile; empty if it is
    /// long gone.
    public Optional<SaleOutcome> resume(String id) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            Optional<Sale> found = store.sales().find(id, Sale.class);
            if (found.isEmpty()) {
                return Optional.ofNullable(ended.get(id));
            }
            Sale sale = found.get();
            return Optional.of(
                    switch (sale.state()) {
                        case PAYING -> heard(sale, settled(sale, terminal.ask(id)));
                        case PAID -> book(sale);
                        case REVERSING -> reverse(sale);
                    });
        } finally {
            turn.unlock();
        }
    }

    /// Names of the sales that are open; [#resume] goes on with each before anything else is sold.
    public List<String> listOpen() {
        return store.sales().list(Sale.class).stream().map(Sale::id).toList();
    }

    /// Stops asking for a card.
    public void abort(Sale sale) {
        terminal.abort(sale.id());
    }

    private TerminalOutcome settled(Sale sale, TerminalOutcome first) throws InterruptedException {
        TerminalOutcome outcome = first;
        for (int i = 0; i < QUESTIONS && isOpen(outcome); i++) {
            Thread.sleep(PAUSE);
            outcome = terminal.ask(sale.id());
            if (outcome instanceof TerminalOutcome.Unseen) {
                // the request may still be on its way: only a terminal that was told to refuse it can be believed
                terminal.abort(sale.id());
                outcome = terminal.ask(sale.id());
            }
        }
        return outcome;
    }

    private static boolean isOpen(TerminalOutcome outcome) {
        return outcome instanceof TerminalOutcome.Unknown
                || outcome instanceof TerminalOutcome.Running
                || outcome instanceof TerminalOutcome.Unseen;
    }

    private SaleOutcome heard(Sale sale, TerminalOutcome outcome) throws InterruptedException {
        return switch (outcome) {
            case TerminalOutcome.Approved(String token, String card) -> {
                Sale paid = sale.paid(token, card);
                keep(paid);
                yield book(paid);
            }
            case TerminalOutcome.Declined _ -> notPaid(sale, SaleOutcome.NotPaid.Reason.DECLINED);
            case TerminalOutcome.Cancelled _, TerminalOutcome.Reversed _ ->
                notPaid(sale, SaleOutcome.NotPaid.Reason.CANCELLED);
            case TerminalOutcome.Busy _ -> notPaid(sale, SaleOutcome.NotPaid.Reason.BUSY);
            case TerminalOutcome.Unknown _, TerminalOutcome.Running _, TerminalOutcome.Unseen _ ->
                new SaleOutcome.Open(sale.state());
        };
    }

    private SaleOutcome notPaid(Sale sale, SaleOutcome.NotPaid.Reason reason) {
        end(sale);
        return remembered(sale, new SaleOutcome.NotPaid(reason));
    }

    private SaleOutcome book(Sale sale) throws InterruptedException {
        for (int i = 0; i < QUESTIONS; i++) {
            switch (tell(sale)) {
                case ApiOutcome.Answered<SaleOutcome>(SaleOutcome done) -> {
                    end(sale);
                    return remembered(sale, done);
                }
                case ApiOutcome.Refused<SaleOutcome>(Problem problem)
                when isFinal(problem) -> {
                    return refused(sale, problem);
                }
                case ApiOutcome.Refused<SaleOutcome> _, ApiOutcome.Unanswered<SaleOutcome> _ -> Thread.sleep(PAUSE);
            }
        }
        return new SaleOutcome.Open(sale.state());
    }

    private ApiOutcome<SaleOutcome> tell(Sale sale) {
        BookingId settled = sale.settles();
        return settled == null
                ? api.bookings()
                        .create(sale.toRequest(), sale.id())
                        .map(booking -> new SaleOutcome.Sold(booking, sale.card()))
                : api.bookings()
                        .pay(settled, sale.toPayment(), sale.id())
                        .map(payment -> new SaleOutcome.Settled(payment, sale.card()));
    }

    private SaleOutcome remembered(Sale sale, SaleOutcome outcome) {
        ended.put(sale.id(), outcome);
        return outcome;
    }

    /// Whether asking again cannot bring another answer.
    private static boolean isFinal(Problem problem) {
        return problem.status() < 500
                && switch (problem.type()) {
                    case UNAUTHENTICATED, IN_FLIGHT, TOO_MANY_REQUESTS, BUSY, INTERNAL -> false;
                    default -> true;
                };
    }

    private SaleOutcome refused(Sale sale, Problem problem) {
        if (!sale.byCard()) {
            return new SaleOutcome.Refused(problem, SaleOutcome.Money.NEVER_TAKEN);
        }
        Sale reversing = sale.refused(problem);
        keep(reversing);
        return reverse(reversing);
    }

    private SaleOutcome reverse(Sale sale) {
        boolean silent = terminal.reverse(sale.id()) instanceof TerminalOutcome.Unknown;
        if (!silent) {
            end(sale);
        }
        return remembered(
                sale,
                new SaleOutcome.Refused(
                        Objects.requireNonNull(sale.problem()),
                        silent ? SaleOutcome.Money.ON_ITS_WAY_BACK : SaleOutcome.Money.GIVEN_BACK));
    }

    private void keep(Sale sale) {
        store.sales().keep(sale.id(), sale);
    }

    private void end(Sale sale) {
        if (sale.byCard()) {
            store.sales().end(sale.id());
        }
    }
}
