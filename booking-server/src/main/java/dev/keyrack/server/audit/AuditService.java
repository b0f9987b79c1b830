package dev.keyrack.server.audit;

import dev.keyrack.contract.audit.AuditPage;
import dev.keyrack.contract.audit.AuditRecord;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Shows the audit record to managers, each that of the own site.
public final class AuditService {

    private static final int MOST_EXPORTED = 50_000;

    private final Database database;
    private final AuditLog audit;
    private final BiFunction<Transaction, UserId, Optional<UserDetails>> names;
    private final AuditStore store = new AuditStore();

    /// @param names knows the people behind the accounts
    public AuditService(
            Database database, AuditLog audit, BiFunction<Transaction, UserId, Optional<UserDetails>> names) {
        this.database = database;
        this.audit = audit;
        this.names = names;
    }

    AuditPage list(Caller caller, AuditCriteria wanted) {
        AuditCriteria own = own(caller, wanted);
        audit.writeNoted(database);
        List<AuditRecord> found = read(own.page(own.before(), own.limit() + 1));
        boolean more = found.size() > own.limit();
        List<AuditRecord> page = more ? found.subList(0, own.limit()) : found;
        return new AuditPage(page, more ? page.getLast().seq() : null);
    }

    /// The newest entries as comma-separated values, at most 50,000; itself on record before anything is given out.
    String export(Caller caller, AuditCriteria wanted) {
        AuditCriteria own = own(caller, wanted);
        audit.writeNoted(database);
        List<AuditRecord> found = read(own.page(own.before(), MOST_EXPORTED));
        database.write(tx -> {
            audit.record(
                    tx,
                    caller,
                    Act.of("access.exported", "audit", found.size() + " entries")
                            .at(own.site()));
            return true;
        });
        return CsvRule.write(found);
    }

    private static AuditCriteria own(Caller caller, AuditCriteria wanted) {
        SiteId site = caller.siteId();
        if (site == null) {
            return wanted;
        }
        if (wanted.site() != null && !wanted.site().equals(site)) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is no site " + wanted.site() + ".");
        }
        return wanted.at(site);
    }

    private List<AuditRecord> read(AuditCriteria criteria) {
        return database.read(tx -> {
            Map<UserId, String> known = new HashMap<>();
            List<AuditRecord> records = new ArrayList<>();
            for (AuditEntry entry : store.list(tx, criteria)) {
                records.add(toWire(entry, known.computeIfAbsent(entry.actor(), actor -> nameOf(tx, actor))));
            }
            return records;
        });
    }

    private String nameOf(Transaction tx, UserId actor) {
        return names.apply(tx, actor)
                .map(person -> person.firstName() + " " + person.lastName())
                .orElse("");
    }

    private static AuditRecord toWire(AuditEntry entry, String actorName) {
        Act act = entry.act();
        return new AuditRecord(
                entry.seq(),
                entry.at(),
                entry.actor(),
                actorName,
                act.action(),
                act.subjectId(),
                act.siteId(),
                act.detail(),
                act.before(),
                act.after(),
                act.times());
    }
}
