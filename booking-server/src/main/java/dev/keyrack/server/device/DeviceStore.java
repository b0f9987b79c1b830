package dev.keyrack.server.device;

import dev.keyrack.contract.device.Device;
import dev.keyrack.contract.device.DeviceStatus;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.persistence.Row;
import dev.keyrack.server.persistence.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Devices, in SQL.
final class DeviceStore {

    private static final String SELECT = "select d.*, a.site_id, (select max(s.used_at) from login_session s"
            + " where s.account_id = d.account_id) as contact_at from device d join account a on a.id = d.account_id";

    /// What a device shows itself by.
    record Proof(
            @Nullable String publicKey,
            @Nullable String challenge,
            @Nullable Instant challengedAt) {}

    /// The devices of a site, or of all sites where none is named, by their names.
    List<Device> list(Transaction tx, @Nullable SiteId site) {
        return site == null
                ? tx.list(SELECT + " order by d.name, d.account_id", DeviceStore::toDevice)
                : tx.list(SELECT + " where a.site_id = ? order by d.name, d.account_id", DeviceStore::toDevice, site);
    }

    Optional<Device> find(Transaction tx, UserId id) {
        return tx.find(SELECT + " where d.account_id = ?", DeviceStore::toDevice, id);
    }

    /// The device whose code this is, if it was not used yet, or for this very key: then an answer was lost.
    Optional<Device> findByCode(Transaction tx, String codeHash, String publicKey, Instant now) {
        return tx.find(
                SELECT + " where d.code_hash = ? and d.code_expires_at > ? and (d.code_key is null or d.code_key = ?)",
                DeviceStore::toDevice,
                codeHash,
                now,
                publicKey);
    }

    Optional<Proof> findProof(Transaction tx, UserId id) {
        return tx.find(
                "select public_key, challenge, challenged_at from device where account_id = ?",
                row -> new Proof(
                        row.textOrNull("public_key"), row.textOrNull("challenge"), row.instantOrNull("challenged_at")),
                id);
    }

    void insert(Transaction tx, UserId id, String name) {
        tx.update("insert into device (account_id, name, status) values (?, ?, ?)", id, name, DeviceStatus.IN_SERVICE);
    }

    /// A code takes the place of the one before.
    void setCode(Transaction tx, UserId id, String codeHash, Instant expiresAt) {
        tx.update(
                "update device set code_hash = ?, code_expires_at = ?, code_key = null where account_id = ?",
                codeHash,
                expiresAt,
                id);
    }

    void change(Transaction tx, UserId id, String name, DeviceStatus status) {
        tx.update("update device set name = ?, status = ? where account_id = ?", name, status, id);
    }

    /// Forgets by what it could show itself, and its code.
    void forgetKey(Transaction tx, UserId id) {
        tx.update(
                "update device set public_key = null, enrolled_at = null, code_hash = null, code_expires_at = null,"
                        + " code_key = null, challenge = null, challenged_at = null where account_id = ?",
                id);
    }

    /// Takes a key; the code is good for this key only from now on.
    void enrol(Transaction tx, UserId id, String publicKey, Instant now) {
        tx.update(
                "update device set public_key = ?, enrolled_at = ?, code_key = ?, challenge = null,"
                        + " challenged_at = null where account_id = ?",
                publicKey,
                now,
                publicKey,
                id);
    }

    /// @param challenge null once it was answered
    void challenge(Transaction tx, UserId id, @Nullable String challenge, Instant now) {
        tx.update("update device set challenge = ?, challenged_at = ? where account_id = ?", challenge, now, id);
    }

    private static Device toDevice(Row row) {
        return new Device(
                new UserId(row.text("account_id")),
                row.text("name"),
                new SiteId(row.text("site_id")),
                row.constant("status", DeviceStatus.class),
                row.instantOrNull("enrolled_at"),
                row.instantOrNull("contact_at"));
    }
}
