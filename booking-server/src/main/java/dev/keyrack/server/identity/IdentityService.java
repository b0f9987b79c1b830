package dev.keyrack.server.identity;

import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.identity.Registration;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.audit.Act;
import dev.keyrack.server.audit.AuditLog;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.session.SessionService;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Makes accounts, and lets in whoever proves to be one of them.
public final class IdentityService {

    /// The entities of this feature, for the database.
    public static final List<Class<?>> ENTITIES = List.of(AccountEntity.class);

    private static final UserDetails ADMINISTRATOR = new UserDetails("Site", "Administrator", null, null);

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final SessionService sessions;
    private final Passwords passwords = new Passwords();
    private final AccountStore store = new AccountStore();

    public IdentityService(Database database, AuditLog audit, SessionService sessions, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.sessions = sessions;
        this.clock = clock;
    }

    /// Makes the first administrator of a new site.
    ///
    /// @return the name and the password, which is kept nowhere; empty if there are accounts already
    public Optional<SignIn> createFirstAdministrator() {
        if (!database.read(store::isEmpty)) {
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
        create(actor, account, password);
        return new SignIn(account.name(), password);
    }

    private Caller create(Caller actor, NewAccount account, String password) {
        NewAccount named = new NewAccount(
                account.name().toLowerCase(Locale.ROOT), account.role(), account.siteId(), account.details());
        String hash = passwords.hash(password);
        return database.write(tx -> {
            if (store.findByName(tx, named.name()).isPresent()) {
                throw new ProblemException(ProblemType.ALREADY_EXISTS, "There is an account of that name.");
            }
            if (named.siteId() != null && !store.hasSite(tx, named.siteId())) {
                throw new ProblemException(ProblemType.NOT_FOUND, "There is no site " + named.siteId() + ".");
            }
            AccountEntity entity = new AccountEntity(named, hash, clock.instant());
            store.add(tx, entity);
            Caller made = entity.toCaller();
            audit.record(
                    tx,
                    actor,
                    Act.of("account.created", made.userId().value(), made.role().name())
                            .at(made.siteId()));
            return made;
        });
    }

    AccessToken register(Registration registration, SessionService.Place place) {
        String email = registration.userDetails().email();
        if (email == null) {
            throw ProblemException.malformed("userDetails.email", "expected an e-mail address");
        }
        NewAccount guest = new NewAccount(email, Role.GUEST, null, registration.userDetails());
        return sessions.open(create(Caller.ANONYMOUS, guest, registration.password()), place);
    }

    AccessToken signIn(SignIn request, SessionService.Place place) {
        Optional<AccountEntity> account =
                database.read(tx -> store.findByName(tx, request.name().toLowerCase(Locale.ROOT)));
        boolean right;
        if (account.isPresent()) {
            right = passwords.matches(request.password(), account.get().passwordHash())
                    && account.get().active();
        } else {
            passwords.matchNobody(request.password());
            right = false;
        }
        if (!right) {
            // what was typed as a name may be anything, even a password
            audit.note(
                    Caller.ANONYMOUS,
                    account.map(AccountEntity::toCaller)
                            .map(known -> Act.of(
                                            "session.refused", known.userId().value(), "")
                                    .at(known.siteId()))
                            .orElse(Act.of("session.refused", "unknown", "")));
            throw new ProblemException(ProblemType.UNAUTHENTICATED, "Name or password is wrong.");
        }
        return sessions.open(account.orElseThrow().toCaller(), place);
    }

    UserDetails getDetails(Caller caller) {
        return database.read(tx -> requireAccount(tx, caller).toDetails());
    }

    /// Names a person of staff, a guest with an account, or a device; empty if there is no such account.
    public Optional<UserDetails> findDetails(Transaction tx, UserId id) {
        return store.find(tx, id).map(AccountEntity::toDetails);
    }

    private AccountEntity requireAccount(Transaction tx, Caller caller) {
        return store.find(tx, caller.userId())
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no such account."));
    }
}
