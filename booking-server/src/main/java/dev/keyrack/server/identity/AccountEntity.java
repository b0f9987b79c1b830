package dev.keyrack.server.identity;

import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.identity.Preferences;
import dev.keyrack.contract.identity.Profile;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.staff.ChangeStaff;
import dev.keyrack.contract.staff.StaffMember;
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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A row of `account`.
@Entity
@Table(name = "account")
@SuppressWarnings("NullAway.Init")
class AccountEntity {

    /// Stands for a person who was erased, in every language.
    private static final String NOBODY = "\u2013";

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

    @Column(name = "mail_confirmed_at")
    private @Nullable Instant mailConfirmedAt;

    private String language;
    private boolean notices;

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
        language = account.language();
        notices = true;
    }

    String name() {
        return name;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean active() {
        return active;
    }

    String language() {
        return language;
    }

    void setActive(boolean wanted) {
        active = wanted;
    }

    void changePassword(String hash) {
        passwordHash = hash;
    }

    /// @param at when its owner showed that the e-mail address is theirs
    void confirmMail(Instant at) {
        mailConfirmedAt = at;
    }

    void change(UserDetails details, Preferences preferences) {
        firstName = details.firstName();
        lastName = details.lastName();
        phone = details.phone();
        language = preferences.language();
        notices = preferences.notices();
    }

    void change(ChangeStaff wanted) {
        role = wanted.role();
        siteId = wanted.siteId() == null ? null : wanted.siteId().value();
        active = wanted.active();
    }

    /// @param placeholder a name that nobody has or guesses
    void erase(String placeholder) {
        name = placeholder;
        passwordHash = "";
        role = Role.GUEST;
        siteId = null;
        firstName = NOBODY;
        lastName = NOBODY;
        phone = null;
        active = false;
        mailConfirmedAt = null;
        language = "en";
        notices = false;
    }

    /// @param secondFactor whether there is one
    Profile toProfile(Predicate<UserId> secondFactor) {
        Caller self = toCaller();
        return new Profile(
                self.userId(),
                name,
                self.role(),
                self.siteId(),
                toDetails(),
                new Preferences(language, notices),
                mailConfirmedAt != null,
                secondFactor.test(self.userId()));
    }

    /// @param secondFactor whether there is one
    IdentityService.Kept toKept(Predicate<UserId> secondFactor) {
        return new IdentityService.Kept(toProfile(secondFactor), createdAt, mailConfirmedAt);
    }

    StaffMember toStaffMember() {
        Caller self = toCaller();
        return new StaffMember(self.userId(), name, firstName, lastName, self.role(), self.siteId(), active);
    }

    Caller toCaller() {
        return new Caller(new UserId(id), role, siteId == null ? null : new SiteId(siteId));
    }

    UserDetails toDetails() {
        return new UserDetails(firstName, lastName, name.contains("@") ? name : null, phone);
    }
}
