package dev.keyrack.server.session;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.identity.SessionId;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.persistence.Row;
import dev.keyrack.server.persistence.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Sessions and revocations, in SQL.
final class SessionStore {

    private static final String SELECT = "select s.*, a.role, a.site_id, a.active from login_session s"
            + " join account a on a.id = s.account_id where ";
    /// Rows that one transaction drops at most.
    private static final int AT_ONCE = 500;

    /// @return whether there may be more
    boolean deleteOld(Transaction tx, Instant before) {
        return tx.update(
                        "delete from login_session where id in (select id from login_session where used_at < ?"
                                + " order by used_at limit " + AT_ONCE + ")",
                        before)
                == AT_ONCE;
    }

    void insert(Transaction tx, StoredSession session) {
        tx.update(
                "insert into login_session (id, account_id, client, device_hash, refresh_hash, created_at, proved_at,"
                        + " used_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                session.id(),
                session.account().userId(),
                session.client(),
                session.deviceHash(),
                session.rotation().hash(),
                session.times().created(),
                session.times().proved(),
                session.times().used());
    }

    Optional<StoredSession> find(Transaction tx, SessionId id) {
        return tx.find(SELECT + "s.id = ?", SessionStore::toSession, id);
    }

    /// The sessions of an account that were not ended, the one used last first.
    List<StoredSession> listOpen(Transaction tx, UserId account) {
        return tx.list(
                SELECT + "s.account_id = ? and s.ended_at is null order by s.used_at desc",
                SessionStore::toSession,
                account);
    }

    /// Whether somebody has signed in to this account from that device before.
    boolean knowsDevice(Transaction tx, String name, String deviceHash) {
        return tx.find(
                        "select 1 from login_session s join account a on a.id = s.account_id where a.name = ?"
                                + " and s.device_hash = ? limit 1",
                        _ -> true,
                        name,
                        deviceHash)
                .isPresent();
    }

    void rotate(Transaction tx, SessionId id, StoredSession.Rotation next, Instant now) {
        tx.update(
                "update login_session set refresh_hash = ?, previous_hash = ?, sealed = ?, rotated_at = ?, used_at = ?"
                        + " where id = ?",
                next.hash(),
                next.previousHash(),
                next.sealed(),
                now,
                now,
                id);
    }

    void prove(Transaction tx, SessionId id, Instant now) {
        tx.update("update login_session set proved_at = ? where id = ?", now, id);
    }

    /// @param since how long revocations may still matter
    void end(Transaction tx, SessionId id, Instant now, Duration since) {
        tx.update("update login_session set ended_at = ? where id = ? and ended_at is null", now, id);
        tx.update("delete from revocation where at < ?", now.minus(since));
        if (tx.find("select 1 from revocation where session_id = ?", _ -> true, id)
                .isEmpty()) {
            tx.update("insert into revocation (session_id, at) values (?, ?)", id, now);
        }
    }

    Set<SessionId> listRevoked(Transaction tx) {
        return tx.list("select session_id from revocation", row -> new SessionId(row.text("session_id"))).stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    private static StoredSession toSession(Row row) {
        String site = row.textOrNull("site_id");
        return new StoredSession(
                new SessionId(row.text("id")),
                new Caller(
                        new UserId(row.text("account_id")),
                        row.constant("role", Role.class),
                        site == null ? null : new SiteId(site)),
                row.flag("active"),
                row.text("client"),
                row.textOrNull("device_hash"),
                new StoredSession.Rotation(
                        row.text("refresh_hash"),
                        row.textOrNull("previous_hash"),
                        row.textOrNull("sealed"),
                        row.instantOrNull("rotated_at")),
                new StoredSession.Times(
                        row.instant("created_at"),
                        row.instant("proved_at"),
                        row.instant("used_at"),
                        row.instantOrNull("ended_at")));
    }
}
