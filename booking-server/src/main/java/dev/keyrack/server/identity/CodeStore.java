package dev.keyrack.server.identity;

import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.persistence.Row;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.session.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Codes that are good once, of which only SHA-256 is kept.
final class CodeStore {

    /// What a code is good for, and how long.
    enum Kind {
        SET_UP(Duration.ofDays(1)),
        CONFIRM_ADDRESS(Duration.ofDays(3)),
        RESET_PASSWORD(Duration.ofMinutes(30)),
        INVITATION(Duration.ofDays(7));

        private final Duration life;

        Kind(Duration life) {
            this.life = life;
        }
    }

    /// A code that is still good.
    ///
    /// @param account null before there is any
    record Good(Kind kind, @Nullable UserId account) {}

    /// Makes a code. It takes the place of the account's earlier ones of that kind.
    ///
    /// @param account null before there is any
    String create(Transaction tx, Kind kind, @Nullable UserId account, Instant now) {
        deleteOld(tx, now);
        if (account != null) {
            forget(tx, account);
        }
        String code = Secret.readable();
        tx.update(
                "insert into one_time_code (hash, kind, account_id, expires_at) values (?, ?, ?, ?)",
                hash(code),
                kind,
                account,
                now.plus(kind.life));
        return code;
    }

    /// Drops those that are good no more.
    void deleteOld(Transaction tx, Instant now) {
        tx.update("delete from one_time_code where expires_at <= ?", now);
    }

    Optional<Good> find(Transaction tx, String code, Instant now) {
        return tx.find(
                "select kind, account_id from one_time_code where hash = ? and expires_at > ?",
                CodeStore::toGood,
                hash(code),
                now);
    }

    private static Good toGood(Row row) {
        String account = row.textOrNull("account_id");
        return new Good(row.constant("kind", Kind.class), account == null ? null : new UserId(account));
    }

    /// Makes all codes of an account worthless.
    void forget(Transaction tx, UserId account) {
        tx.update("delete from one_time_code where account_id = ?", account);
    }

    void forgetSetUp(Transaction tx) {
        tx.update("delete from one_time_code where kind = ?", Kind.SET_UP);
    }

    private static String hash(String code) {
        return Secret.hash(code.strip().toLowerCase(Locale.ROOT));
    }
}
