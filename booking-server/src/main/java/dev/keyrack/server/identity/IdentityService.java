package dev.keyrack.server.identity;

import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.identity.Profile;
import dev.keyrack.contract.identity.Registration;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.identity.SetUp;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.audit.Act;
import dev.keyrack.server.audit.AuditLog;
import dev.keyrack.server.factor.SecondFactors;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.notice.Letter;
import dev.keyrack.server.notice.Outbox;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.session.Secret;
import dev.keyrack.server.session.SessionService;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes accounts, and lets in whoever proves to be one of them.
public final class IdentityService {

    /// The entities of this feature, for the database.
    public static final List<Class<?>> ENTITIES = List.of(AccountEntity.class);

    private static final UserDetails ADMINISTRATOR = new UserDetails("Site", "Administrator", null, null);
    private static final int MOST_TRIES = 10;

    /// Stands for the password of an account to which nobody signs in with one.
    private static final String NO_PASSWORD = "";

    private final Database database;
    private final AuditLog audit;
    private final SessionService sessions;
    private final SecondFactors factors;
    private final Outbox outbox;
    private final Clock clock;
    private final TryLimit limit;
    private final Passwords passwords = new Passwords();
    private final AccountStore store = new AccountStore();
    private final CodeStore codes = new CodeStore();
    private final ConsentService consents;

    public IdentityService(
            Database database,
            AuditLog audit,
            SessionService sessions,
            SecondFactors factors,
            Outbox outbox,
            Clock clock) {
        this.database = database;
        this.audit = audit;
        this.sessions = sessions;
        this.factors = factors;
        this.outbox = outbox;
        this.clock = clock;
        limit = new TryLimit(MOST_TRIES, clock);
        consents = new ConsentService(database, audit, clock);
    }

    /// Makes a code with which the first administrator can be made; good for a day.
    ///
    /// @return empty if there is an administrator
    public Optional<String> createSetUpCode() {
        return database.write(tx -> store.hasAdministrator(tx)
                ? Optional.empty()
                : Optional.of(codes.create(tx, CodeStore.Kind.SET_UP, null, clock.instant())));
    }

    /// Makes the first administrator of a new site with a random password: for demonstrations, benches and tests.
    ///
    /// @return the name and the password, which is kept nowhere; empty if there is an administrator
    public Optional<SignIn> createTrialAdministrator() {
        if (database.read(store::hasAdministrator)) {
            return Optional.empty();
        }
        return Optional.of(createAccount(
                Caller.SYSTEM, new NewAccount("admin@localhost", Role.PROVIDER_ADMIN, null, ADMINISTRATOR)));
    }

    /// Makes an account with a random password.
    ///
    /// @return the name and the password, which is kept nowhere
    public SignIn createAccount(Caller actor, NewAccount account) {
        String password = Passwords.random();
        String hash = passwords.hash(password);
        database.write(tx -> add(tx, actor, account, hash));
        return new SignIn(account.name(), password);
    }

    /// Adds the account of a kiosk, which signs in without a password.
    public UserId addDevice(Transaction tx, Caller actor, String name, SiteId site) {
        UserDetails details = new UserDetails("Kiosk", name, null, null);
        NewAccount account = new NewAccount("device-" + Secret.random(), Role.KIOSK, site, details);
        return add(tx, actor, account, NO_PASSWORD).toCaller().userId();
    }

    /// Says whether anybody may sign in to an account.
    public void setActive(Transaction tx, UserId id, boolean active) {
        store.find(tx, id).orElseThrow().setActive(active);
    }

    /// Makes the account of a partner's program, to which nobody signs in with a password.
    public Caller addPartner(Transaction tx, Caller actor, NewAccount account) {
        if (account.role() != Role.PARTNER) {
            throw new IllegalArgumentException(account.role() + " has a password");
        }
        return add(tx, actor, account, NO_PASSWORD).toCaller();
    }

    /// Adds an account.
    ///
    /// @throws ProblemException ALREADY_EXISTS, or NOT_FOUND if there is no such site
    AccountEntity add(Transaction tx, Caller actor, NewAccount account, String passwordHash) {
        NewAccount named = new NewAccount(
                account.name().toLowerCase(Locale.ROOT),
                account.role(),
                account.siteId(),
                account.details(),
                account.language());
        if (store.findByName(tx, named.name()).isPresent()) {
            throw new ProblemException(ProblemType.ALREADY_EXISTS, "There is an account of that name.");
        }
        if (named.siteId() != null && !store.hasSite(tx, named.siteId())) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is no site " + named.siteId() + ".");
        }
        AccountEntity entity = new AccountEntity(named, passwordHash, clock.instant());
        store.add(tx, entity);
        Caller made = entity.toCaller();
        audit.record(
                tx,
                actor,
                Act.of("account.created", made.userId().value(), made.role().name())
                        .at(made.siteId()));
        return entity;
    }

    /// What people accepted.
    public ConsentService consents() {
        return consents;
    }

    /// @param language of mails
    AccessToken register(Registration registration, String language, SessionService.Place place) {
        ConsentService.requireCurrent(registration.acceptedTerms(), "acceptedTerms");
        String hash = hashNew(registration.password(), mailOf(registration));
        NewAccount guest = new NewAccount(mailOf(registration), Role.GUEST, null, registration.userDetails(), language);
        Caller made = database.write(tx -> {
            AccountEntity account = add(tx, Caller.ANONYMOUS, guest, hash);
            consents.accept(tx, account.toCaller(), registration.acceptedTerms());
            sendCode(tx, account, CodeStore.Kind.CONFIRM_ADDRESS, Letter.Subject.CONFIRM_ADDRESS);
            return account.toCaller();
        });
        return sessions.open(made, place);
    }

    private static String mailOf(Registration registration) {
        String email = registration.userDetails().email();
        if (email == null) {
            throw ProblemException.malformed("userDetails.email", "expected an e-mail address");
        }
        return email;
    }

    /// Makes the first administrator, once.
    ///
    /// @throws ProblemException INVALID_CODE if the code is not one that this server printed, or was used
    AccessToken setUp(SetUp request, String language, SessionService.Place place) {
        requireSetUp(database.read(tx -> codes.find(tx, request.code(), clock.instant())));
        Registration wanted = request.administrator();
        ConsentService.requireCurrent(wanted.acceptedTerms(), "administrator.acceptedTerms");
        String hash = hashNew(wanted.password(), mailOf(wanted));
        NewAccount account = new NewAccount(mailOf(wanted), Role.PROVIDER_ADMIN, null, wanted.userDetails(), language);
        Caller made = database.write(tx -> {
            requireSetUp(codes.find(tx, request.code(), clock.instant()));
            codes.forgetSetUp(tx);
            Caller administrator = add(tx, Caller.SYSTEM, account, hash).toCaller();
            consents.accept(tx, administrator, wanted.acceptedTerms());
            return administrator;
        });
        return sessions.open(made, place);
    }

    private static void requireSetUp(Optional<CodeStore.Good> code) {
        if (code.filter(good -> good.kind() == CodeStore.Kind.SET_UP).isEmpty()) {
            throw invalidCode();
        }
    }

    static ProblemException invalidCode() {
        return new ProblemException(ProblemType.INVALID_CODE, "The code is not good, or not any more.");
    }

    /// The hash of a password that somebody of that name chose.
    ///
    /// @throws ProblemException WEAK_PASSWORD
    String hashNew(String password, String name) {
        PasswordRule.require(password, name);
        return passwords.hash(password);
    }

    /// Sends a code to the account's mailbox.
    void sendCode(Transaction tx, AccountEntity account, CodeStore.Kind kind, Letter.Subject subject) {
        String code = codes.create(tx, kind, account.toCaller().userId(), clock.instant());
        send(tx, account, subject, code);
    }

    /// Sends a letter, if the account has a mailbox.
    void send(Transaction tx, AccountEntity account, Letter.Subject subject, @Nullable String code) {
        if (account.name().contains("@")) {
            UserDetails details = account.toDetails();
            String name = details.firstName() + " " + details.lastName();
            UserId whom = account.toCaller().userId();
            outbox.add(tx, whom, new Letter(subject, account.name(), name, account.language(), code, clock.instant()));
        }
    }

    AccessToken signIn(SignIn request, SessionService.Place place) {
        return sessions.open(prove(request), place);
    }

    /// Notes that a caller proves once more who it is.
    AccessToken proveAgain(Caller caller, String password, @Nullable String code) {
        String name = database.read(tx -> requireAccount(tx, caller).name());
        prove(new SignIn(name, password, code, null));
        return sessions.prove(caller);
    }

    /// Whether name, password and code belong together. Nobody learns which of them was wrong, or whether there is such
    /// an account.
    ///
    /// @throws ProblemException UNAUTHENTICATED; SECOND_FACTOR_REQUIRED if only the code is missing
    Caller prove(SignIn request) {
        FirstStep first = provePassword(request);
        if (!first.codeMissing()) {
            return first.caller();
        }
        String code = request.code();
        if (code == null) {
            throw new ProblemException(ProblemType.SECOND_FACTOR_REQUIRED, "Send the code of the second factor.");
        }
        proveCode(first.caller(), code);
        return first.caller();
    }

    /// Somebody who knows a password.
    ///
    /// @param codeMissing whether the code of a second factor must follow
    public record FirstStep(Caller caller, boolean codeMissing) {}

    /// Whether name and password belong together, where the code is asked for afterwards.
    ///
    /// @throws ProblemException UNAUTHENTICATED, TOO_MANY_REQUESTS
    public FirstStep provePassword(SignIn request) {
        Caller found = requirePassword(request);
        return new FirstStep(found, database.<Boolean>read(tx -> factors.isOn(tx, found.userId())));
    }

    /// Whether the code is that of somebody's second factor, who has shown a password just before.
    ///
    /// @throws ProblemException UNAUTHENTICATED, TOO_MANY_REQUESTS
    public void proveCode(Caller found, String code) {
        List<String> counted = List.of("code of " + found.userId());
        requireFewTries(counted);
        if (!database.<Boolean>write(tx -> factors.take(tx, found, code))) {
            throw refuse(found);
        }
        limit.succeed(counted);
    }

    /// Whether name and password belong together. Who guesses from elsewhere keeps nobody out who was let in on that
    /// device before.
    Caller requirePassword(SignIn request) {
        String name = request.name().toLowerCase(Locale.ROOT);
        List<String> counted = List.of(isKnownDevice(name, request.device()) ? name + " " + request.device() : name);
        requireFewTries(counted);
        Optional<AccountEntity> account = database.read(tx -> store.findByName(tx, name));
        if (!isRight(account, request.password())) {
            throw refuse(account.map(AccountEntity::toCaller).orElse(Caller.ANONYMOUS));
        }
        limit.succeed(counted);
        return account.orElseThrow().toCaller();
    }

    private void requireFewTries(List<String> counted) {
        if (!limit.begin(counted)) {
            throw new ProblemException(ProblemType.TOO_MANY_REQUESTS, "Too many tries: wait a minute.");
        }
    }

    private boolean isKnownDevice(String name, @Nullable String device) {
        return device != null && database.<Boolean>read(tx -> sessions.knowsDevice(tx, name, device));
    }

    private boolean isRight(Optional<AccountEntity> account, String password) {
        if (account.isEmpty() || account.get().passwordHash().equals(NO_PASSWORD)) {
            passwords.matchNobody(password);
            return false;
        }
        return passwords.matches(password, account.get().passwordHash())
                && account.get().active();
    }

    private ProblemException refuse(Caller whom) {
        // what was typed as a name may be anything, even a password
        String subject = whom.isAnonymous() ? "unknown" : whom.userId().value();
        audit.note(Caller.ANONYMOUS, Act.of("session.refused", subject, "").at(whom.siteId()));
        return new ProblemException(ProblemType.UNAUTHENTICATED, "Name or password is wrong.");
    }

    /// What is kept of an account.
    public record Kept(
            Profile profile, Instant createdAt, @Nullable Instant mailConfirmedAt) {

        /// The e-mail address, if its owner showed that it is theirs.
        public Optional<String> confirmedMail() {
            return Optional.of(profile.name()).filter(name -> name.contains("@") && mailConfirmedAt != null);
        }
    }

    /// @throws ProblemException NOT_FOUND if there is no such account
    public Kept getKept(Transaction tx, UserId id) {
        return store.find(tx, id).orElseThrow(IdentityService::absent).toKept(found -> factors.isOn(tx, found));
    }

    /// Takes the person out of an account: nobody signs in to it any more, all that it came in with is gone, and its
    /// sessions are over.
    ///
    /// @throws ProblemException FORBIDDEN for the last administrator
    public void erase(Transaction tx, Caller caller) {
        AccountEntity account = requireAccount(tx, caller);
        UserId id = caller.userId();
        if (caller.role() == Role.PROVIDER_ADMIN && !store.hasOtherAdministrator(tx, id)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Somebody else must be an administrator before.");
        }
        codes.forget(tx, id);
        consents.forget(tx, id);
        factors.forget(tx, id);
        // without the login that the caller came with: it ends as well
        sessions.endOthers(tx, account.toCaller(), id);
        account.erase("erased-" + Secret.random());
    }

    /// Drops codes that are good no more.
    public void deleteOldCodes(Transaction tx) {
        codes.deleteOld(tx, clock.instant());
    }

    /// Lets it be known at once whose sessions are over.
    public void tellErased() {
        sessions.tellEnded();
    }

    /// Names a person of staff, a guest with an account, or a device; empty if there is no such account.
    public Optional<UserDetails> findDetails(Transaction tx, UserId id) {
        return store.find(tx, id).map(AccountEntity::toDetails);
    }

    /// Somebody who may sign in, with the rights of now; empty if there is none of that name.
    public Optional<Caller> findActive(Transaction tx, UserId id) {
        return store.find(tx, id).filter(AccountEntity::active).map(AccountEntity::toCaller);
    }

    AccountEntity requireAccount(Transaction tx, Caller caller) {
        return store.find(tx, caller.userId()).orElseThrow(IdentityService::absent);
    }

    private static ProblemException absent() {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no such account.");
    }
}
