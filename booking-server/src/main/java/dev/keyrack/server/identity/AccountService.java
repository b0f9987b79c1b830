package dev.keyrack.server.identity;

import dev.keyrack.contract.factor.RecoveryCodes;
import dev.keyrack.contract.factor.SecondFactorKey;
import dev.keyrack.contract.identity.ChangePassword;
import dev.keyrack.contract.identity.ChangeProfile;
import dev.keyrack.contract.identity.Profile;
import dev.keyrack.contract.identity.SetPassword;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.audit.AuditLog;
import dev.keyrack.server.factor.SecondFactors;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.notice.Letter;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.session.SessionService;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What people do with their own accounts.
public final class AccountService {

    private static final int MOST_CODES = 3;
    private static final Set<CodeStore.Kind> PASSWORD_CODES =
            EnumSet.of(CodeStore.Kind.RESET_PASSWORD, CodeStore.Kind.INVITATION);

    private final Database database;
    private final AuditLog audit;
    private final IdentityService identity;
    private final SessionService sessions;
    private final SecondFactors factors;
    private final Clock clock;
    private final TryLimit limit;
    private final AccountStore store = new AccountStore();
    private final CodeStore codes = new CodeStore();

    public AccountService(
            Database database,
            AuditLog audit,
            IdentityService identity,
            SessionService sessions,
            SecondFactors factors,
            Clock clock) {
        this.database = database;
        this.audit = audit;
        this.identity = identity;
        this.sessions = sessions;
        this.factors = factors;
        this.clock = clock;
        limit = new TryLimit(MOST_CODES, clock);
    }

    Profile getProfile(Caller caller) {
        return database.read(tx -> toProfile(tx, identity.requireAccount(tx, caller)));
    }

    private Profile toProfile(Transaction tx, AccountEntity account) {
        return account.toProfile(id -> factors.isOn(tx, id));
    }

    Profile change(Caller caller, ChangeProfile wanted) {
        return database.write(tx -> {
            AccountEntity account = identity.requireAccount(tx, caller);
            account.change(wanted.toDetails(), wanted.preferences());
            audit.record(tx, caller, "account.changed", caller.userId().value(), "");
            return toProfile(tx, account);
        });
    }

    /// Changes the password of one who knows the present one; the caller's other sessions end.
    void changePassword(Caller caller, ChangePassword wanted) {
        String name = database.read(tx -> identity.requireAccount(tx, caller).name());
        identity.requirePassword(new SignIn(name, wanted.currentPassword()));
        String hash = identity.hashNew(wanted.newPassword(), name);
        database.write(tx -> {
            setPassword(tx, caller, identity.requireAccount(tx, caller), hash);
            return true;
        });
    }

    /// Ends all sessions but the one that the actor came with.
    private void setPassword(Transaction tx, Caller actor, AccountEntity account, String hash) {
        UserId id = account.toCaller().userId();
        account.changePassword(hash);
        codes.forget(tx, id);
        sessions.endOthers(tx, actor, id);
        audit.record(tx, actor, "password.changed", id.value(), "");
        identity.send(tx, account, Letter.Subject.PASSWORD_CHANGED, null);
    }

    /// Sends a code to whoever forgot a password. The answer and its time are the same for a name that nobody has.
    void requestReset(String given) {
        String name = given.toLowerCase(Locale.ROOT);
        boolean allowed = limit.begin(List.of(name));
        database.write(tx -> {
            Optional<AccountEntity> account = store.findByName(tx, name).filter(found -> allowed && found.active());
            account.ifPresent(found ->
                    identity.sendCode(tx, found, CodeStore.Kind.RESET_PASSWORD, Letter.Subject.RESET_PASSWORD));
            Caller whom = account.map(AccountEntity::toCaller).orElse(Caller.ANONYMOUS);
            audit.record(tx, whom, "password.reset_asked", whom.userId().value(), "");
            return true;
        });
    }

    /// Sets the password of one who has a code from a mail; all sessions end. A second factor stays, and is
    /// asked for at the sign-in that must follow.
    void setPassword(SetPassword wanted) {
        AccountEntity before = database.read(tx -> requirePasswordCode(tx, wanted.code()));
        String hash = identity.hashNew(wanted.password(), before.name());
        database.write(tx -> {
            AccountEntity account = requirePasswordCode(tx, wanted.code());
            account.confirmMail(clock.instant());
            setPassword(tx, account.toCaller(), account, hash);
            return true;
        });
    }

    private AccountEntity requirePasswordCode(Transaction tx, String code) {
        return codes.find(tx, code, clock.instant())
                .filter(good -> PASSWORD_CODES.contains(good.kind()))
                .flatMap(good -> Optional.ofNullable(good.account()))
                .flatMap(id -> store.find(tx, id))
                .filter(AccountEntity::active)
                .orElseThrow(IdentityService::invalidCode);
    }

    void confirmAddress(String code) {
        database.write(tx -> {
            UserId id = codes.find(tx, code, clock.instant())
                    .filter(good -> good.kind() == CodeStore.Kind.CONFIRM_ADDRESS)
                    .flatMap(good -> Optional.ofNullable(good.account()))
                    .orElseThrow(IdentityService::invalidCode);
            AccountEntity account = store.find(tx, id).orElseThrow(IdentityService::invalidCode);
            account.confirmMail(clock.instant());
            codes.forget(tx, id);
            audit.record(tx, account.toCaller(), "address.confirmed", id.value(), "");
            return true;
        });
    }

    SecondFactorKey beginFactor(Caller caller) {
        return database.write(tx ->
                factors.begin(tx, caller, identity.requireAccount(tx, caller).name()));
    }

    RecoveryCodes confirmFactor(Caller caller, String code) {
        return database.write(tx -> {
            RecoveryCodes recovery = factors.confirm(tx, caller, code);
            tellOfFactor(tx, caller);
            return recovery;
        });
    }

    void removeFactor(Caller caller) {
        database.write(tx -> {
            factors.remove(tx, caller);
            tellOfFactor(tx, caller);
            return true;
        });
    }

    private void tellOfFactor(Transaction tx, Caller caller) {
        identity.send(tx, identity.requireAccount(tx, caller), Letter.Subject.SECOND_FACTOR_CHANGED, null);
    }
}
