package dev.keyrack.server.identity;

import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.http.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of `account`.
@Entity
@Table(name = "account")
@SuppressWarnings("NullAway.Init")
class AccountEntity {

    @Id
    private String id;

    private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(20)")
    private Role role;

    @Column(name = "site_id")
    private @Nullable String siteId;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "last_name")
    private String lastName;

    private @Nullable String phone;
    private boolean active;

    @Column(name = "created_at")
    private Instant createdAt;

    protected AccountEntity() {}

    AccountEntity(NewAccount account, String passwordHash, Instant createdAt) {
        id = UserId.random().value();
        name = account.name();
        this.passwordHash = passwordHash;
        role = account.role();
        siteId = account.siteId() == null ? null : account.siteId().value();
        firstName = account.details().firstName();
        lastName = account.details().lastName();
        phone = account.details().phone();
        active = true;
        this.createdAt = createdAt;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean active() {
        return active;
    }

    Caller toCaller() {
        return new Caller(new UserId(id), role, siteId == null ? null : new SiteId(siteId));
    }

    UserDetails toDetails() {
        return new UserDetails(firstName, lastName, name.contains("@") ? name : null, phone);
    }
}
