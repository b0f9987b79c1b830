package dev.keyrack.server.rig;

import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Durability;
import dev.keyrack.server.verification.Verification;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a database must still hold after whatever was done to its server.
public final class Promises {

    private Promises() {}

    /// The acknowledged bookings that are not confirmed in it, and the promises that it breaks; half a transaction
    /// would
    /// break one.
    public static Set<String> lost(String url, Set<String> acknowledged) {
        try (Database database = Database.open(url, Durability.DISK, List.of())) {
            Set<String> lost = new HashSet<>(acknowledged);
            database.read(tx -> tx.list("select id from booking where status = 'CONFIRMED'", row -> row.text("id")))
                    .forEach(lost::remove);
            new Verification(database)
                    .run().stream().filter(check -> !check.holds()).forEach(check -> lost.add(check.toString()));
            return lost;
        }
    }
}
