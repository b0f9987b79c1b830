package dev.keyrack.server.payment;

import dev.keyrack.contract.value.BookingId;
import dev.keyrack.server.persistence.Row;
import dev.keyrack.server.persistence.Transaction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Compares what really happened at the sandbox bank with our books. It reads both tables by itself and trusts no code
/// of the payment package.
final class BankLedger {

    private record Charge(
            String operation, BigDecimal authorised, BigDecimal captured, BigDecimal refunded, boolean voided) {

        static Charge of(Row row) {
            return new Charge(
                    row.text("operation_id"),
                    row.decimal("authorised"),
                    row.decimal("captured"),
                    row.decimal("refunded"),
                    row.flag("voided"));
        }

        BigDecimal kept() {
            return captured.subtract(refunded);
        }
    }

    private BankLedger() {}

    /// @param expected what each booking's guest should have paid in the end; others nothing
    static List<String> compare(Transaction tx, Map<BookingId, BigDecimal> expected) {
        Map<String, Charge> charges = new HashMap<>();
        tx.list("select * from sandbox_charge", row -> charges.put(row.text("reference"), Charge.of(row)));
        List<String> faults = new ArrayList<>();
        Map<String, BigDecimal> kept = new HashMap<>();
        tx.list("select * from payment", row -> {
            String name = row.text("id") + " (" + row.text("state") + ")";
            String reference = row.textOrNull("gateway_reference");
            Charge charge = reference == null ? null : charges.remove(reference);
            if (reference != null && charge == null) {
                return faults.add(name + ": lost, the bank has no such charge");
            }
            if (charge != null) {
                kept.merge(row.text("booking_id"), charge.kept(), BigDecimal::add);
                fault(row, charge).forEach(fault -> faults.add(name + ": " + fault));
            }
            return row.text("state").equals("SENT") && faults.add(name + ": never finished");
        });
        charges.forEach((reference, charge) ->
                faults.add(reference + ": orphan of " + charge.authorised() + " for " + charge.operation()));
        expected.forEach((booking, amount) -> {
            BigDecimal paid = kept.getOrDefault(booking.value(), BigDecimal.ZERO);
            if (paid.compareTo(amount) != 0) {
                faults.add(booking + ": paid " + paid + " instead of " + amount);
            }
        });
        return faults;
    }

    private static List<String> fault(Row row, Charge charge) {
        List<String> faults = new ArrayList<>();
        String state = row.text("state");
        boolean over = state.equals("VOIDED") || state.equals("DECLINED");
        if (charge.captured().compareTo(row.decimal("captured")) != 0) {
            faults.add("captured " + row.decimal("captured") + ", the bank says " + charge.captured());
        }
        if (charge.refunded().compareTo(row.decimal("refunded")) != 0) {
            faults.add("refunded " + row.decimal("refunded") + ", the bank says " + charge.refunded());
        }
        if (charge.voided() != over) {
            faults.add("the bank says voided: " + charge.voided());
        }
        return faults;
    }
}
