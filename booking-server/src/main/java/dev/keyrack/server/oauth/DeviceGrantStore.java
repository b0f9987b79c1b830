package dev.keyrack.server.oauth;

import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.persistence.Row;
import dev.keyrack.server.persistence.Transaction;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Devices that wait for somebody to let them in, in SQL.
final class DeviceGrantStore {

    /// What somebody said of a device.
    enum State {
        WAITING,
        ALLOWED,
        DENIED,
        DONE
    }

    /// A device that waits.
    ///
    /// @param account who let it in; null before
    /// @param pause how many seconds it must leave between two questions
    /// @param polled when it last asked; null if it did not
    record Waiting(
            String hash,
            String clientId,
            State state,
            @Nullable UserId account,
            int pause,
            @Nullable Instant polled,
            Instant expires) {}

    void insert(Transaction tx, Waiting device, String userCodeHash, Instant old) {
        deleteOld(tx, old);
        tx.update(
                "insert into oauth_device (hash, user_code_hash, client_id, state, pause_seconds, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                device.hash(),
                userCodeHash,
                device.clientId(),
                device.state(),
                device.pause(),
                device.expires());
    }

    void deleteOld(Transaction tx, Instant old) {
        tx.update("delete from oauth_device where expires_at <= ?", old);
    }

    Optional<Waiting> find(Transaction tx, String hash) {
        return tx.find("select * from oauth_device where hash = ?", DeviceGrantStore::toWaiting, hash);
    }

    /// The device on which somebody read that code, if it still waits.
    Optional<Waiting> findByUserCode(Transaction tx, String userCodeHash, Instant now) {
        return tx.find(
                "select * from oauth_device where user_code_hash = ? and state = ? and expires_at > ?",
                DeviceGrantStore::toWaiting,
                userCodeHash,
                State.WAITING,
                now);
    }

    /// @return false if it does not wait any more
    boolean decide(Transaction tx, String userCodeHash, UserId account, State state, Instant now) {
        return tx.update(
                        "update oauth_device set state = ?, account_id = ? where user_code_hash = ? and state = ?"
                                + " and expires_at > ?",
                        state,
                        account,
                        userCodeHash,
                        State.WAITING,
                        now)
                == 1;
    }

    void poll(Transaction tx, String hash, int pause, Instant now) {
        tx.update("update oauth_device set pause_seconds = ?, polled_at = ? where hash = ?", pause, now, hash);
    }

    /// @return false if it was let in before
    boolean finish(Transaction tx, String hash) {
        return tx.update(
                        "update oauth_device set state = ? where hash = ? and state = ?",
                        State.DONE,
                        hash,
                        State.ALLOWED)
                == 1;
    }

    /// Denies devices that somebody let in and that did not come for their tokens yet.
    void forget(Transaction tx, UserId account) {
        tx.update(
                "update oauth_device set state = ? where account_id = ? and state = ?",
                State.DENIED,
                account,
                State.ALLOWED);
    }

    private static Waiting toWaiting(Row row) {
        String account = row.textOrNull("account_id");
        return new Waiting(
                row.text("hash"),
                row.text("client_id"),
                row.constant("state", State.class),
                account == null ? null : new UserId(account),
                row.integer("pause_seconds"),
                row.instantOrNull("polled_at"),
                row.instant("expires_at"));
    }
}
