package dev.keyrack.server.oauth;

import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.persistence.Row;
import dev.keyrack.server.persistence.Transaction;
import java.time.Instant;
import java.util.Optional;

/// What people are about in browsers, and the programs they come from, in SQL.
final class VisitStore {

    /// @param cookieHash what names it
    /// @param formHash what the next form must bring
    void insert(Transaction tx, String cookieHash, String formHash, Visit visit, Instant now, Instant expires) {
        deleteOld(tx, now);
        Visit.Asked asked = visit.asked();
        tx.update(
                "insert into oauth_visit (cookie_hash, form_hash, step, client_id, redirect_uri, client_state, challenge,"
                        + " name, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                cookieHash,
                formHash,
                visit.step(),
                visit.clientId(),
                asked == null ? null : asked.redirectUri(),
                asked == null ? null : asked.state(),
                asked == null ? null : asked.challenge(),
                visit.name(),
                expires);
    }

    void deleteOld(Transaction tx, Instant now) {
        tx.update("delete from oauth_visit where expires_at <= ?", now);
    }

    /// Takes what a form belongs to; the same form brings nothing a second time.
    Optional<Visit> take(Transaction tx, String cookieHash, String formHash, Instant now) {
        int taken = tx.update(
                "update oauth_visit set form_hash = '' where cookie_hash = ? and form_hash = ? and expires_at > ?",
                cookieHash,
                formHash,
                now);
        return taken == 0
                ? Optional.empty()
                : tx.find("select * from oauth_visit where cookie_hash = ?", VisitStore::toVisit, cookieHash);
    }

    void change(Transaction tx, String cookieHash, String formHash, Visit visit) {
        tx.update(
                "update oauth_visit set form_hash = ?, step = ?, client_id = ?, user_code_hash = ?, name = ?,"
                        + " account_id = ? where cookie_hash = ?",
                formHash,
                visit.step(),
                visit.clientId(),
                visit.userCodeHash(),
                visit.name(),
                visit.account(),
                cookieHash);
    }

    /// @return false if it was dropped meanwhile
    boolean delete(Transaction tx, String cookieHash) {
        return tx.update("delete from oauth_visit where cookie_hash = ?", cookieHash) == 1;
    }

    void forget(Transaction tx, UserId account) {
        tx.update("delete from oauth_visit where account_id = ?", account);
    }

    Optional<OauthClient> findClient(Transaction tx, String id) {
        return tx.find(
                "select * from oauth_client where id = ?",
                row -> new OauthClient(
                        row.text("id"),
                        row.text("name"),
                        row.text("redirect_uri"),
                        row.flag("loopback"),
                        row.flag("own")),
                id);
    }

    private static Visit toVisit(Row row) {
        String challenge = row.textOrNull("challenge");
        String account = row.textOrNull("account_id");
        return new Visit(
                row.constant("step", Visit.Step.class),
                row.textOrNull("client_id"),
                challenge == null
                        ? null
                        : new Visit.Asked(row.text("redirect_uri"), row.textOrNull("client_state"), challenge),
                row.textOrNull("user_code_hash"),
                row.text("name"),
                account == null ? null : new UserId(account));
    }
}
