package dev.keyrack.server.partner;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.partner.ApiKey;
import dev.keyrack.contract.partner.ApiKeyId;
import dev.keyrack.contract.partner.KeyScope;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.persistence.Row;
import dev.keyrack.server.persistence.Transaction;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keys, in SQL.
final class ApiKeyStore {

    private static final String SELECT =
            "select k.*, a.site_id from api_key k join account a on a.id = k.account_id where ";

    void insert(Transaction tx, StoredKey stored) {
        ApiKey key = stored.key();
        tx.update(
                "insert into api_key (id, account_id, name, scopes, secret_hash, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                key.keyId(),
                stored.account().userId(),
                key.name(),
                key.scopes().stream().map(KeyScope::toWord).sorted().collect(Collectors.joining(" ")),
                stored.secretHash(),
                key.createdAt(),
                key.expiresAt());
    }

    Optional<StoredKey> find(Transaction tx, ApiKeyId id) {
        return tx.find(SELECT + "k.id = ?", ApiKeyStore::toKey, id);
    }

    Optional<StoredKey> findByAccount(Transaction tx, UserId account) {
        return tx.find(SELECT + "k.account_id = ?", ApiKeyStore::toKey, account);
    }

    /// The keys of a site, or all where none is named, the newest first.
    List<StoredKey> list(Transaction tx, @Nullable SiteId site) {
        String newest = " order by k.created_at desc, k.id";
        return site == null
                ? tx.list(SELECT + "1 = 1" + newest, ApiKeyStore::toKey)
                : tx.list(SELECT + "a.site_id = ?" + newest, ApiKeyStore::toKey, site);
    }

    void use(Transaction tx, ApiKeyId id, Instant now) {
        tx.update("update api_key set used_at = ? where id = ?", now, id);
    }

    void end(Transaction tx, ApiKeyId id, Instant now) {
        tx.update("update api_key set ended_at = ? where id = ?", now, id);
    }

    private static StoredKey toKey(Row row) {
        String site = row.textOrNull("site_id");
        SiteId siteId = site == null ? null : new SiteId(site);
        Set<KeyScope> scopes = Arrays.stream(row.text("scopes").split(" ", -1))
                .flatMap(word -> KeyScope.ofWord(word).stream())
                .collect(Collectors.toUnmodifiableSet());
        ApiKey key = new ApiKey(
                new ApiKeyId(row.text("id")),
                row.text("name"),
                scopes,
                siteId,
                row.instant("created_at"),
                row.instant("expires_at"),
                row.instantOrNull("used_at"),
                row.instantOrNull("ended_at"));
        Caller account = new Caller(new UserId(row.text("account_id")), Role.PARTNER, siteId).withKey(scopes);
        return new StoredKey(key, account, row.text("secret_hash"));
    }
}
