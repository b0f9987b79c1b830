package dev.keyrack.server.oauth;

import dev.keyrack.contract.identity.SessionId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.persistence.Row;
import dev.keyrack.server.persistence.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Codes for programs, and the sessions that they made, in SQL.
final class GrantStore {

    /// As long as a code that comes again tells that somebody else has it.
    static final Duration KEPT = Duration.ofDays(30);

    /// A code that was given to a program.
    ///
    /// @param session which it was changed for; null before
    record StoredCode(
            String clientId,
            String redirectUri,
            String challenge,
            UserId account,
            Instant expires,
            @Nullable SessionId session) {}

    void insert(Transaction tx, String hash, StoredCode code) {
        deleteOld(tx, code.expires());
        tx.update(
                "insert into oauth_code (hash, client_id, redirect_uri, challenge, account_id, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                hash,
                code.clientId(),
                code.redirectUri(),
                code.challenge(),
                code.account(),
                code.expires());
    }

    void deleteOld(Transaction tx, Instant now) {
        tx.update("delete from oauth_code where expires_at <= ?", now.minus(KEPT));
    }

    Optional<StoredCode> find(Transaction tx, String hash) {
        return tx.find("select * from oauth_code where hash = ?", GrantStore::toCode, hash);
    }

    /// @return false if the code was changed for a session before
    boolean use(Transaction tx, String hash, SessionId session) {
        return tx.update("update oauth_code set session_id = ? where hash = ? and session_id is null", session, hash)
                == 1;
    }

    /// Drops codes that were not changed for a session yet.
    void forget(Transaction tx, UserId account) {
        tx.update("delete from oauth_code where account_id = ? and session_id is null", account);
    }

    void insertSession(Transaction tx, SessionId session, String clientId) {
        tx.update("insert into oauth_session (session_id, client_id) values (?, ?)", session, clientId);
    }

    /// Whether a session was opened for that program.
    boolean belongsTo(Transaction tx, SessionId session, String clientId) {
        return tx.find(
                        "select 1 from oauth_session where session_id = ? and client_id = ?",
                        _ -> true,
                        session,
                        clientId)
                .isPresent();
    }

    private static StoredCode toCode(Row row) {
        String session = row.textOrNull("session_id");
        return new StoredCode(
                row.text("client_id"),
                row.text("redirect_uri"),
                row.text("challenge"),
                new UserId(row.text("account_id")),
                row.instant("expires_at"),
                session == null ? null : new SessionId(session));
    }
}
