package dev.keyrack.server.factor;

import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.persistence.Transaction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Second factors and recovery codes, in SQL.
final class SecondFactorStore {

    /// A row of `second_factor`.
    record Factor(String secret, boolean confirmed, long lastStep) {}

    Optional<Factor> find(Transaction tx, UserId account) {
        return tx.find(
                "select secret, confirmed, last_step from second_factor where account_id = ?",
                row -> new Factor(row.text("secret"), row.flag("confirmed"), row.number("last_step")),
                account);
    }

    void insert(Transaction tx, UserId account, String secret) {
        tx.update("delete from second_factor where account_id = ?", account);
        tx.update(
                "insert into second_factor (account_id, secret, confirmed, last_step) values (?, ?, false, 0)",
                account,
                secret);
    }

    void confirm(Transaction tx, UserId account, List<String> recoveryHashes) {
        tx.update("update second_factor set confirmed = true where account_id = ?", account);
        tx.update("delete from recovery_code where account_id = ?", account);
        tx.updateAll(
                "insert into recovery_code (hash, account_id) values (?, ?)",
                recoveryHashes.stream()
                        .map(hash -> new @Nullable Object[] {hash, account})
                        .toList());
    }

    void use(Transaction tx, UserId account, long step) {
        tx.update("update second_factor set last_step = ? where account_id = ?", step, account);
    }

    /// @return false if there is no such code
    boolean useRecoveryCode(Transaction tx, UserId account, String hash) {
        return tx.update("delete from recovery_code where account_id = ? and hash = ?", account, hash) == 1;
    }

    void delete(Transaction tx, UserId account) {
        tx.update("delete from recovery_code where account_id = ?", account);
        tx.update("delete from second_factor where account_id = ?", account);
    }
}
