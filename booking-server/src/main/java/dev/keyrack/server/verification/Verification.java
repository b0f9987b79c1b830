package dev.keyrack.server.verification;

import dev.keyrack.contract.booking.PaymentStatus;
import dev.keyrack.server.audit.AuditLog;
import dev.keyrack.server.audit.ChainRule;
import dev.keyrack.server.audit.ChainWalk;
import dev.keyrack.server.operation.HotelImport;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Row;
import dev.keyrack.server.persistence.Transaction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Checks the server's promises on what is stored: nothing sold twice, nothing charged twice, nothing lost on its way
/// into the feed, nothing altered in the audit record. Nothing is changed.
public final class Verification {

    /// The payments whose charges are in books that can be looked into.
    private static final String IN_SANDBOX =
            "(p.gateway_reference like 'sandbox-%' or p.gateway_reference like 'import-%')";

    private final Database database;
    private final Optional<ChainRule.Head> kept;

    public Verification(Database database) {
        this(database, Optional.empty());
    }

    /// @param kept the head of the audit record as it was kept outside the database
    public Verification(Database database, Optional<ChainRule.Head> kept) {
        this.database = database;
        this.kept = kept;
    }

    /// One class of faults that was looked for.
    ///
    /// @param counted how many rows were looked at
    /// @param faults the rows that are wrong and why, one a line; empty if the promise holds
    public record Check(String name, long counted, List<String> faults) {

        public Check {
            faults = List.copyOf(faults);
        }

        public boolean holds() {
            return faults.isEmpty();
        }
    }

    /// Makes the checks in order, up to the first that fails.
    public List<Check> run() {
        // Not a read: within a write nobody else changes anything, so that all checks see the same state.
        return database.write(tx -> run(tx, kept));
    }

    static List<Check> run(Transaction tx, Optional<ChainRule.Head> kept) {
        tx.writeDeferred();
        CellRecount recount = new CellRecount(tx);
        UnitRecount units = new UnitRecount(tx, recount);
        List<Function<Transaction, Check>> checks = List.of(
                recount::compare,
                Verification::capacity,
                Verification::unitsOnce,
                at -> unitOwners(at, units),
                at -> unitsOfBookings(at, units),
                Verification::requestedBookings,
                Verification::performances,
                Verification::money,
                Verification::sandbox,
                Verification::cash,
                Verification::intents,
                FeedVerification::dense,
                FeedVerification::newest,
                FeedVerification::checksum,
                FeedVerification::versions,
                at -> audit(at, kept));
        List<Check> made = new ArrayList<>();
        for (Function<Transaction, Check> check : checks) {
            Check result = check.apply(tx);
            made.add(result);
            if (!result.holds()) {
                break;
            }
        }
        return List.copyOf(made);
    }

    private static Check audit(Transaction tx, Optional<ChainRule.Head> kept) {
        ChainWalk walk = AuditLog.walk(tx, kept);
        long before = count(tx, "audit_entry where seq <= (select begun from audit_head)");
        String name = "the audit record is whole";
        return new Check(
                before == 0 ? name : name + ", but for " + before + " entries from before its chain",
                walk.entries(),
                walk.end());
    }

    static long count(Transaction tx, String table) {
        return tx.find("select count(*) as total from " + table, row -> row.number("total"))
                .orElse(0L);
    }

    private static Check capacity(Transaction tx) {
        return new Check(
                "no cell above its capacity",
                count(tx, "cell"),
                tx.list(
                        "select resource_id, grain_start, held + booked + leased as taken, capacity + allowance as most"
                                + " from cell where held < 0 or booked < 0 or leased < 0"
                                + " or held + booked + leased > capacity + allowance order by resource_id, grain_start",
                        row -> "cell %s at %s: %d of %d taken"
                                .formatted(
                                        row.text("resource_id"),
                                        row.grain("grain_start"),
                                        row.integer("taken"),
                                        row.integer("most"))));
    }

    private static Check unitsOnce(Transaction tx) {
        return new Check(
                "no unit promised twice",
                count(tx, "unit_night"),
                tx.list(
                        "select unit_id, grain_start, count(*) as times from unit_night"
                                + " group by unit_id, grain_start having count(*) > 1 order by unit_id, grain_start",
                        row -> "unit %s at %s: promised %d times"
                                .formatted(row.text("unit_id"), row.grain("grain_start"), row.number("times"))));
    }

    private static final String OWNERS = "select n.unit_id, n.grain_start, n.owner_id, u.resource_id as unit_resource,"
            + " coalesce(b.status, h.state) as status"
            + " from unit_night n left join unit u on u.id = n.unit_id"
            + " left join booking b on b.id = n.owner_id left join hold h on h.id = n.owner_id"
            + " order by n.unit_id, n.grain_start";

    private static final Set<String> OWNING = Set.of("CONFIRMED", "CHECKED_IN", "COMPLETED", "NO_SHOW", "ACTIVE");

    private static Check unitOwners(Transaction tx, UnitRecount units) {
        List<String> faults = tx.list(OWNERS, row -> ownerFault(row, units)).stream()
                .flatMap(Optional::stream)
                .toList();
        return new Check("each promised unit has its owner", count(tx, "unit_night"), faults);
    }

    private static Optional<String> ownerFault(Row row, UnitRecount units) {
        String status = row.textOrNull("status");
        String name = "unit %s at %s, owner %s: "
                .formatted(row.text("unit_id"), row.grain("grain_start"), row.text("owner_id"));
        if (status == null) {
            return Optional.of(name + "there is no such booking or hold");
        }
        if (!OWNING.contains(status)) {
            return Optional.of(name + "it is " + status);
        }
        return units.fault(
                        row.text("owner_id"),
                        new UnitRecount.Claim(
                                row.text("unit_id"), row.textOrNull("unit_resource"), row.grain("grain_start")))
                .map(fault -> name + fault);
    }

    private static Check unitsOfBookings(Transaction tx, UnitRecount units) {
        Set<String> standing = new HashSet<>(tx.list(
                "select id from booking where unit_id is not null and status in ('CONFIRMED', 'CHECKED_IN')",
                row -> row.text("id")));
        return new Check(
                "bookings have their units for the whole stay",
                standing.size(),
                units.listMissing(tx, standing).stream()
                        .map(booking -> "booking " + booking + ": its unit is not promised to the end")
                        .toList());
    }

    private static Check requestedBookings(Transaction tx) {
        return new Check(
                "requested bookings have a hold",
                count(tx, "booking where status = 'REQUESTED'"),
                tx.list(
                        "select b.id from booking b where b.status = 'REQUESTED' and not exists ("
                                + "select 1 from hold h where h.id = b.hold_id and h.state = 'ACTIVE'"
                                + " and h.resource_id = b.resource_id) order by b.id",
                        row -> "booking " + row.text("id") + ": no active hold"));
    }

    private static Check performances(Transaction tx) {
        return new Check(
                "each performance has its capacity",
                count(tx, "occurrence"),
                tx.list(
                        "select o.resource_id, o.grain_start, o.capacity, c.capacity as sold_from from occurrence o"
                                + " join cell c on c.resource_id = o.resource_id and c.grain_start = o.grain_start"
                                + " where c.capacity <> o.capacity order by o.resource_id, o.grain_start",
                        row -> "performance %s at %s: %d seats planned, %d on sale"
                                .formatted(
                                        row.text("resource_id"),
                                        row.grain("grain_start"),
                                        row.integer("capacity"),
                                        row.integer("sold_from"))));
    }

    /// The sums over all payments of one booking.
    private record Sums(BigDecimal taken, BigDecimal back, long open, long wrong) {

        static final Sums NONE = new Sums(BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);

        static Sums of(Row row) {
            return new Sums(row.decimal("taken"), row.decimal("back"), row.number("pending"), row.number("wrong"));
        }

        BigDecimal kept() {
            return taken.subtract(back);
        }
    }

    private static final String SUMS = "select booking_id,"
            + " sum(case when state in ('CAPTURING', 'CAPTURED') then amount else 0 end) as taken,"
            + " sum(refunded) as back,"
            + " sum(case when state in ('SENT', 'UNKNOWN', 'CAPTURING') then 1 else 0 end) as pending,"
            + " sum(case when (state = 'CAPTURED' and captured <> amount) or (state <> 'CAPTURED' and captured > 0)"
            + " or (refunded > 0 and state not in ('CAPTURING', 'CAPTURED')) then 1 else 0 end) as wrong"
            + " from payment group by booking_id";

    private static final Set<String> STANDING = Set.of("CONFIRMED", "CHECKED_IN", "COMPLETED");

    private static Check money(Transaction tx) {
        Map<String, Sums> sums = new HashMap<>();
        tx.list(SUMS, row -> sums.put(row.text("booking_id"), Sums.of(row)));
        List<String> faults = new ArrayList<>();
        List<Boolean> bookings = tx.list(
                "select id, status, payment_status, total_price, refund_amount from booking order by id", row -> {
                    Sums paid = sums.remove(row.text("id"));
                    String fault = moneyFault(row, paid == null ? Sums.NONE : paid);
                    return fault.isEmpty() || faults.add("booking " + row.text("id") + ": " + fault);
                });
        sums.keySet().forEach(booking -> faults.add("payments for " + booking + ": there is no such booking"));
        return new Check("payments agree with bookings", bookings.size(), faults);
    }

    private static String moneyFault(Row row, Sums paid) {
        String status = row.text("status");
        if (paid.wrong() > 0) {
            return "a payment's amounts do not fit its state";
        }
        if (paid.kept().signum() < 0) {
            return paid.back() + " refunded of " + paid.taken();
        }
        if (STANDING.contains(status)
                && paid.taken().signum() > 0
                && paid.kept().compareTo(row.decimal("total_price")) > 0) {
            return paid.kept() + " kept, but only " + row.decimal("total_price") + " due";
        }
        if (status.equals("DECLINED") && paid.taken().signum() > 0) {
            return "declined, but " + paid.taken() + " taken";
        }
        if (paid.back().compareTo(row.decimal("refund_amount")) < 0) {
            return row.decimal("refund_amount") + " promised back, " + paid.back() + " refunded";
        }
        boolean fits =
                paid.open() > 0 || fits(row.constant("payment_status", PaymentStatus.class), paid, owed(row, paid));
        return fits
                ? ""
                : row.text("payment_status") + ", but " + paid.taken() + " taken and " + paid.back() + " refunded";
    }

    /// Whether the guest of a booking that stands has paid less than its price.
    private static boolean owed(Row row, Sums paid) {
        return STANDING.contains(row.text("status")) && paid.kept().compareTo(row.decimal("total_price")) < 0;
    }

    private static boolean fits(PaymentStatus status, Sums paid, boolean owed) {
        BigDecimal taken = paid.taken();
        BigDecimal back = paid.back();
        if (owed && taken.signum() > 0) {
            return status == PaymentStatus.UNPAID;
        }
        return switch (status) {
            case PAID -> taken.signum() > 0 && back.signum() == 0;
            case PARTIALLY_REFUNDED -> back.signum() > 0 && back.compareTo(taken) < 0;
            case REFUNDED -> taken.signum() > 0 && back.compareTo(taken) == 0;
            case UNPAID, AUTHORISED, VOIDED, DECLINED -> taken.signum() == 0;
            case PENDING, UNKNOWN -> false;
        };
    }

    private static Check sandbox(Transaction tx) {
        return new Check(
                "payments agree with the sandbox gateway's books",
                count(tx, "payment p where " + IN_SANDBOX),
                tx.list(
                        "select p.id, p.state, p.captured, p.refunded, cast(s.captured as varchar) as charged,"
                                + " cast(s.refunded as varchar) as returned, s.voided from payment p left join sandbox_charge s on s.reference = p.gateway_reference"
                                + " where " + IN_SANDBOX + " and not exists (select 1 from payment_operation o"
                                + " where o.payment_id = p.id and o.state = 'OPEN') and (s.reference is null"
                                + " or s.captured <> p.captured or s.refunded <> p.refunded"
                                + " or (s.voided and p.state not in ('VOIDED', 'DECLINED'))"
                                + " or (not s.voided and p.state in ('VOIDED', 'DECLINED'))) order by p.id",
                        row -> "payment %s (%s): %s captured, %s refunded; the gateway says %s and %s"
                                .formatted(
                                        row.text("id"),
                                        row.text("state"),
                                        row.decimal("captured"),
                                        row.decimal("refunded"),
                                        row.textOrNull("charged"),
                                        row.textOrNull("returned"))));
    }

    private static Check cash(Transaction tx) {
        return new Check(
                "cash is in no gateway's books",
                count(tx, "payment where method = 'CASH'"),
                tx.list(
                        "select id, state from payment p where method = 'CASH' and (state <> 'CAPTURED'"
                                + " or gateway_reference is not null or exists (select 1 from payment_operation o"
                                + " where o.payment_id = p.id and (o.kind <> 'REFUND' or o.state <> 'DONE')))"
                                + " order by id",
                        row -> "payment %s (%s): it was asked of a gateway, or is not whole"
                                .formatted(row.text("id"), row.text("state"))));
    }

    private static Check intents(Transaction tx) {
        Set<String> asked = new HashSet<>(tx.list("select id from payment_operation", row -> row.text("id")));
        Set<String> imported = new HashSet<>(tx.list(
                "select gateway_reference from payment where token = ? and gateway_reference is not null",
                row -> row.text("gateway_reference"),
                HotelImport.PAYMENT_TOKEN));
        List<String> faults = new ArrayList<>();
        List<Boolean> charges =
                tx.list("select reference, operation_id from sandbox_charge order by reference", row -> {
                    boolean known =
                            asked.contains(row.text("operation_id")) || imported.contains(row.text("reference"));
                    return known || faults.add("charge " + row.text("reference") + ": nobody asked for it");
                });
        return new Check("no charge without an intent", charges.size(), faults);
    }
}
