package dev.keyrack.server.identity;

import dev.keyrack.contract.privacy.Consent;
import dev.keyrack.contract.privacy.Consents;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.audit.AuditLog;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Keeps which version of the terms and the privacy notice somebody accepted, and when. Both carry one version.
public final class ConsentService {

    /// The version in force.
    public static final String VERSION = "1";

    /// Since when it is.
    public static final LocalDate SINCE = LocalDate.of(2026, 11, 27);

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    ConsentService(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param version null where nothing was accepted
    /// @param field where it stood
    /// @throws ProblemException MALFORMED_BODY if it is another one than that in force
    static void requireCurrent(@Nullable String version, String field) {
        if (version != null && !version.equals(VERSION)) {
            throw ProblemException.malformed(field, "expected the version in force, " + VERSION);
        }
    }

    public Consents list(Caller caller) {
        return database.read(tx -> list(tx, caller.userId()));
    }

    public Consents list(Transaction tx, UserId account) {
        return new Consents(
                VERSION,
                tx.list(
                        "select version, accepted_at from consent where account_id = ? order by accepted_at, version",
                        row -> new Consent(row.text("version"), row.instant("accepted_at")),
                        account));
    }

    /// Accepts the version in force; a second time changes nothing.
    ///
    /// @throws ProblemException MALFORMED_BODY if it is another one
    public Consents accept(Caller caller, String version) {
        requireCurrent(version, "version");
        return database.write(tx -> {
            accept(tx, caller, version);
            return list(tx, caller.userId());
        });
    }

    /// @param version null where nothing was accepted
    void accept(Transaction tx, Caller account, @Nullable String version) {
        UserId id = account.userId();
        if (version == null
                || list(tx, id).accepted().stream()
                        .anyMatch(consent -> consent.version().equals(version))) {
            return;
        }
        tx.update(
                "insert into consent (account_id, version, accepted_at) values (?, ?, ?)",
                id,
                version,
                clock.instant());
        audit.record(tx, account, "terms.accepted", id.value(), version);
    }

    /// Forgets what an account accepted.
    void forget(Transaction tx, UserId account) {
        tx.update("delete from consent where account_id = ?", account);
    }
}
