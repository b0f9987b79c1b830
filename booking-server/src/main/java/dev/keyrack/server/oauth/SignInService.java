package dev.keyrack.server.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.OIDCError;
import com.nimbusds.openid.connect.sdk.Prompt;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.audit.AuditLog;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.identity.IdentityService;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.session.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Leads somebody in a browser from a program's question to its answer: name and password, the second factor, and
/// whether the program may. Each form is taken once, and only from the browser that it was made for.
public final class SignInService {

    /// In which a visit must come to its end.
    static final Duration LIFE = Duration.ofMinutes(10);

    /// In which a program must change its code for tokens.
    static final Duration CODE_LIFE = Duration.ofSeconds(60);

    /// How long it is known which code led to a session.
    public static final Duration CODE_KEPT = GrantStore.KEPT;

    static final Pattern CLIENT_ID = Pattern.compile("[a-z0-9_-]{1,60}");
    private static final Pattern STATE = Pattern.compile("[\\x20-\\x7e]{1,1000}");
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Database database;
    private final AuditLog audit;
    private final IdentityService identity;
    private final DeviceGrantService devices;
    private final Clock clock;
    private final VisitStore store = new VisitStore();
    private final GrantStore grants = new GrantStore();

    public SignInService(
            Database database, AuditLog audit, IdentityService identity, DeviceGrantService devices, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.identity = identity;
        this.devices = devices;
        this.clock = clock;
    }

    /// A program sends somebody here (RFC 6749, section 4.1.1). Only a program that is known, and only at its own
    /// address, is told what was wrong.
    ///
    /// @param issuer the address of this server, for the program to compare (RFC 9207)
    Turn begin(Map<String, List<String>> given, String issuer) {
        Optional<OauthClient> known = single(given, "client_id")
                .filter(id -> CLIENT_ID.matcher(id).matches())
                .flatMap(id -> database.read(tx -> store.findClient(tx, id)));
        if (known.isEmpty()) {
            return new Turn.End(Turn.Ending.UNKNOWN_PROGRAM);
        }
        OauthClient client = known.get();
        Optional<String> address = single(given, "redirect_uri").filter(asked -> RedirectRule.allows(client, asked));
        if (address.isEmpty()) {
            return new Turn.End(Turn.Ending.FOREIGN_ADDRESS);
        }
        Optional<String> sent = single(given, "state").filter(text -> !text.isBlank());
        Optional<String> state = sent.filter(text -> STATE.matcher(text).matches());
        Optional<ErrorObject> fault = faultOf(given, sent.equals(state));
        if (fault.isPresent()) {
            return refuse(address.get(), fault.get(), state.orElse(null), issuer);
        }
        String challenge = single(given, "code_challenge").orElseThrow();
        return begin(Visit.ofProgram(client.id(), new Visit.Asked(address.get(), state.orElse(null), challenge)));
    }

    private static Optional<String> single(Map<String, List<String>> given, String name) {
        List<String> values = given.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private static Optional<ErrorObject> faultOf(Map<String, List<String>> given, boolean wellStated) {
        try {
            AuthorizationRequest request = AuthorizationRequest.parse(given);
            if (!request.getResponseType().equals(ResponseType.CODE)) {
                return Optional.of(OAuth2Error.UNSUPPORTED_RESPONSE_TYPE);
            }
            if (request.specifiesRequestObject()) {
                return Optional.of(OAuth2Error.REQUEST_NOT_SUPPORTED);
            }
            if (request.getScope() != null && !request.getScope().isEmpty()) {
                return Optional.of(OAuth2Error.INVALID_SCOPE);
            }
            if (request.getPrompt() != null && request.getPrompt().contains(Prompt.Type.NONE)) {
                return Optional.of(OIDCError.LOGIN_REQUIRED);
            }
            boolean hidden = CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())
                    && single(given, "code_challenge")
                            .filter(text -> CHALLENGE.matcher(text).matches())
                            .isPresent();
            if (!hidden) {
                return Optional.of(OAuth2Error.INVALID_REQUEST.setDescription("Send a code_challenge by S256"));
            }
            boolean query = request.getResponseMode() == null
                    || request.getResponseMode().equals(ResponseMode.QUERY);
            return query && wellStated ? Optional.empty() : Optional.of(OAuth2Error.INVALID_REQUEST);
        } catch (ParseException e) {
            return Optional.of(Objects.requireNonNullElse(e.getErrorObject(), OAuth2Error.INVALID_REQUEST));
        }
    }

    private static Turn refuse(String address, ErrorObject error, @Nullable String state, String issuer) {
        return new Turn.Leave(new AuthorizationErrorResponse(
                        URI.create(address),
                        error,
                        state == null ? null : new State(state),
                        new Issuer(issuer),
                        ResponseMode.QUERY)
                .toURI());
    }

    /// Somebody comes to enter the code of a device.
    Turn beginDevice() {
        return begin(Visit.ofDevice());
    }

    private Turn begin(Visit visit) {
        String cookie = Secret.random();
        String form = Secret.random();
        Instant now = clock.instant();
        return database.write(tx -> {
            store.insert(tx, Secret.hash(cookie), Secret.hash(form), visit, now, now.plus(LIFE));
            return show(tx, visit, cookie, form, null);
        });
    }

    /// Takes what somebody sent with a form.
    ///
    /// @param cookie which browser it came from
    Turn proceed(String cookie, Map<String, List<String>> given, String issuer) {
        String form = single(given, "form").orElse("");
        Optional<Visit> found =
                database.write(tx -> store.take(tx, Secret.hash(cookie), Secret.hash(form), clock.instant()));
        if (found.isEmpty()) {
            return new Turn.End(Turn.Ending.LOST);
        }
        Visit visit = found.get();
        String decision = single(given, "decision").orElse("");
        if (decision.equals("other")) {
            return ask(cookie, visit.again(), null);
        }
        if (decision.equals("deny") && visit.asked() != null) {
            return deny(cookie, visit.asked(), issuer);
        }
        UserId account = visit.account();
        if (account == null || visit.step() == Visit.Step.SIGN_IN) {
            return signIn(cookie, visit, given);
        }
        return switch (visit.step()) {
            case SIGN_IN, FACTOR ->
                prove(cookie, visit, account, single(given, "code").orElse(""));
            case USER_CODE ->
                enter(cookie, visit, account, single(given, "code").orElse(""));
            case CONSENT -> decide(cookie, visit, account, decision, issuer);
        };
    }

    private Turn signIn(String cookie, Visit visit, Map<String, List<String>> given) {
        String name =
                single(given, "name").orElse("").replaceAll("\\p{Cntrl}", "").strip();
        String password = single(given, "password").orElse("");
        Visit named = visit.named(name);
        if (name.isEmpty() || password.isEmpty()) {
            return ask(cookie, named, name.isEmpty() ? Turn.Fault.NAME_MISSING : Turn.Fault.PASSWORD_MISSING);
        }
        try {
            IdentityService.FirstStep first = identity.provePassword(new SignIn(named.name(), password));
            Visit.Step next = first.codeMissing() ? Visit.Step.FACTOR : visit.afterSignIn();
            return ask(cookie, named.of(first.caller().userId(), next), null);
        } catch (ProblemException e) {
            return ask(cookie, named, faultOf(e, Turn.Fault.WRONG));
        }
    }

    private Turn prove(String cookie, Visit visit, UserId account, String code) {
        Optional<Caller> found = database.read(tx -> identity.findActive(tx, account));
        if (found.isEmpty()) {
            return ask(cookie, visit.again(), null);
        }
        try {
            identity.proveCode(found.get(), code);
            return ask(cookie, visit.of(account, visit.afterSignIn()), null);
        } catch (ProblemException e) {
            return ask(cookie, visit, faultOf(e, Turn.Fault.CODE_WRONG));
        }
    }

    private static Turn.Fault faultOf(ProblemException refusal, Turn.Fault wrong) {
        return switch (refusal.problem().type()) {
            case UNAUTHENTICATED -> wrong;
            case TOO_MANY_REQUESTS -> Turn.Fault.OFTEN;
            default -> throw refusal;
        };
    }

    private Turn enter(String cookie, Visit visit, UserId account, String typed) {
        if (!devices.mayGuess(account)) {
            return ask(cookie, visit, Turn.Fault.OFTEN);
        }
        Optional<DeviceGrantStore.Waiting> device = devices.find(account, typed);
        return device.map(waiting ->
                        ask(cookie, visit.forDevice(waiting.clientId(), DeviceGrantService.hashOf(typed)), null))
                .orElseGet(() -> ask(cookie, visit, Turn.Fault.USER_CODE_WRONG));
    }

    private Turn decide(String cookie, Visit visit, UserId account, String decision, String issuer) {
        boolean allowed = decision.equals("allow");
        Visit.Asked asked = visit.asked();
        String client = visit.clientId();
        String userCode = visit.userCodeHash();
        if (client == null || (!allowed && !decision.equals("deny"))) {
            return ask(cookie, visit, null);
        }
        String code = Secret.random();
        Optional<Caller> decided =
                database.write(tx -> identity.findActive(tx, account).filter(caller -> {
                    if (!store.delete(tx, Secret.hash(cookie))) {
                        return false;
                    }
                    if (asked == null) {
                        return userCode != null && devices.decide(tx, caller, userCode, allowed);
                    }
                    Instant until = clock.instant().plus(CODE_LIFE);
                    grants.insert(
                            tx,
                            Secret.hash(code),
                            new GrantStore.StoredCode(
                                    client, asked.redirectUri(), asked.challenge(), account, until, null));
                    audit.record(tx, caller, "program.allowed", client, "");
                    return true;
                }));
        if (asked == null) {
            Turn.Ending ending = allowed ? Turn.Ending.ALLOWED : Turn.Ending.DENIED;
            return new Turn.End(decided.isPresent() ? ending : Turn.Ending.LATE);
        }
        return decided.isPresent() ? answer(asked, code, issuer) : new Turn.End(Turn.Ending.LOST);
    }

    private static Turn answer(Visit.Asked asked, String code, String issuer) {
        return new Turn.Leave(new AuthorizationSuccessResponse(
                        URI.create(asked.redirectUri()),
                        new AuthorizationCode(code),
                        null,
                        asked.state() == null ? null : new State(asked.state()),
                        new Issuer(issuer),
                        ResponseMode.QUERY)
                .toURI());
    }

    private Turn deny(String cookie, Visit.Asked asked, String issuer) {
        database.write(tx -> {
            store.delete(tx, Secret.hash(cookie));
            return true;
        });
        return refuse(asked.redirectUri(), OAuth2Error.ACCESS_DENIED, asked.state(), issuer);
    }

    private Turn ask(String cookie, Visit visit, Turn.@Nullable Fault fault) {
        String form = Secret.random();
        return database.write(tx -> {
            store.change(tx, Secret.hash(cookie), Secret.hash(form), visit);
            return show(tx, visit, cookie, form, fault);
        });
    }

    private Turn show(Transaction tx, Visit visit, String cookie, String form, Turn.@Nullable Fault fault) {
        String client = visit.clientId();
        UserId account = visit.account();
        Turn.Program program = client == null
                ? null
                : store.findClient(tx, client)
                        .map(known -> new Turn.Program(known.name(), known.own()))
                        .orElse(null);
        String person = account == null
                ? null
                : identity.findDetails(tx, account).map(SignInService::nameOf).orElse(null);
        return new Turn.Ask(visit, cookie, form, program, person, fault);
    }

    /// Drops what somebody began before the password, or the rights, were changed.
    public void forget(Transaction tx, UserId account) {
        store.forget(tx, account);
        grants.forget(tx, account);
        devices.forget(tx, account);
    }

    /// Drops what came to its end by itself.
    public void deleteOld(Transaction tx) {
        store.deleteOld(tx, clock.instant());
        grants.deleteOld(tx, clock.instant());
        devices.deleteOld(tx);
    }

    private static String nameOf(UserDetails details) {
        return details.firstName() + " " + details.lastName();
    }
}
