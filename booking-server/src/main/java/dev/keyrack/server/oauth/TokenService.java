package dev.keyrack.server.oauth;

import com.nimbusds.oauth2.sdk.AbstractOptionallyIdentifiedRequest;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationRequest;
import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.identity.RefreshSession;
import dev.keyrack.contract.identity.SessionId;
import dev.keyrack.contract.partner.KeyScope;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.identity.IdentityService;
import dev.keyrack.server.partner.ApiKeyService;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.session.Secret;
import dev.keyrack.server.session.SessionService;
import java.net.URI;
import java.time.Clock;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Changes codes, refresh tokens and keys for access tokens, and ends what they opened. A program without a secret
/// names itself; a partner's shows its key.
public final class TokenService {

    private static final URI HERE = URI.create("https://localhost/oauth");

    private final Database database;
    private final IdentityService identity;
    private final SessionService sessions;
    private final ApiKeyService keys;
    private final DeviceGrantService devices;
    private final Clock clock;
    private final VisitStore clients = new VisitStore();
    private final GrantStore store = new GrantStore();

    public TokenService(
            Database database,
            IdentityService identity,
            SessionService sessions,
            ApiKeyService keys,
            DeviceGrantService devices,
            Clock clock) {
        this.database = database;
        this.identity = identity;
        this.sessions = sessions;
        this.keys = keys;
        this.devices = devices;
        this.clock = clock;
    }

    /// A refusal in the words of RFC 6749, section 5.2.
    static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient ErrorObject error;

        Refusal(ErrorObject error) {
            super(error.getCode());
            this.error = error;
        }

        ErrorObject error() {
            return error;
        }
    }

    /// What a program sent.
    ///
    /// @param body the form, encoded
    /// @param authorization the header, if there was one
    record Sent(String body, @Nullable String authorization) {

        HTTPRequest toRequest() throws ParseException {
            HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, HERE);
            request.setContentType("application/x-www-form-urlencoded");
            request.setBody(body);
            if (authorization != null) {
                request.setAuthorization(authorization);
            }
            return request;
        }

        /// Does not show the secrets.
        @Override
        public String toString() {
            return "Sent[]";
        }
    }

    /// Tokens, and what a partner's may be used for.
    record Granted(AccessToken token, @Nullable String scope) {}

    private interface Parser<T> {
        T parse(HTTPRequest request) throws ParseException;
    }

    private static <T> T read(Sent sent, Parser<T> parser) {
        try {
            return parser.parse(sent.toRequest());
        } catch (ParseException e) {
            throw new Refusal(Objects.requireNonNullElse(e.getErrorObject(), OAuth2Error.INVALID_REQUEST));
        }
    }

    /// @throws Refusal if nothing is granted
    Granted grant(Sent sent) {
        TokenRequest request = read(sent, TokenRequest::parse);
        return switch (request.getAuthorizationGrant()) {
            case ClientCredentialsGrant _ -> byKey(requirePartner(request), request.getScope());
            case AuthorizationCodeGrant code -> byCode(requireClient(request, request.getScope()), code);
            case RefreshTokenGrant refresh ->
                byRefresh(
                        requireClient(request, request.getScope()),
                        refresh.getRefreshToken().getValue());
            case DeviceCodeGrant device ->
                byDevice(
                        requireClient(request, request.getScope()),
                        device.getDeviceCode().getValue());
            default -> throw new Refusal(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
        };
    }

    /// The program that names itself and has no secret.
    private OauthClient requireClient(AbstractOptionallyIdentifiedRequest request, @Nullable Scope scope) {
        if (request.getClientAuthentication() != null) {
            requirePartner(request);
            throw new Refusal(OAuth2Error.UNAUTHORIZED_CLIENT);
        }
        OauthClient client = Optional.ofNullable(request.getClientID())
                .map(id -> id.getValue())
                .filter(id -> SignInService.CLIENT_ID.matcher(id).matches())
                .flatMap(id -> database.read(tx -> clients.findClient(tx, id)))
                .orElseThrow(() -> new Refusal(OAuth2Error.INVALID_CLIENT));
        if (scope != null && !scope.isEmpty()) {
            throw new Refusal(OAuth2Error.INVALID_SCOPE);
        }
        return client;
    }

    private Caller requirePartner(AbstractOptionallyIdentifiedRequest request) {
        return Optional.ofNullable(request.getClientAuthentication())
                .filter(PlainClientSecret.class::isInstance)
                .map(PlainClientSecret.class::cast)
                .flatMap(shown -> keys.prove(
                        shown.getClientID().getValue(), shown.getClientSecret().getValue()))
                .orElseThrow(() -> new Refusal(OAuth2Error.INVALID_CLIENT));
    }

    /// @param scope null for all that the key is for
    private Granted byKey(Caller partner, @Nullable Scope scope) {
        Set<KeyScope> wanted = new HashSet<>();
        for (String word : scope == null ? Set.<String>of() : Set.copyOf(scope.toStringList())) {
            wanted.add(KeyScope.ofWord(word)
                    .filter(partner.key()::contains)
                    .orElseThrow(() -> new Refusal(OAuth2Error.INVALID_SCOPE)));
        }
        Caller limited = wanted.isEmpty() ? partner : partner.withKey(wanted);
        AccessToken token = sessions.grant(limited, new SessionService.Place("API key", null), tx -> {
            if (!keys.isGood(tx, partner.userId())) {
                throw new Refusal(OAuth2Error.INVALID_CLIENT);
            }
        });
        return new Granted(
                token, limited.key().stream().map(KeyScope::toWord).sorted().collect(Collectors.joining(" ")));
    }

    private Granted byCode(OauthClient client, AuthorizationCodeGrant shown) {
        String hash = Secret.hash(shown.getAuthorizationCode().getValue());
        GrantStore.StoredCode code = database.read(tx -> store.find(tx, hash)).orElseThrow(TokenService::invalid);
        if (code.session() != null) {
            throw replayed(hash);
        }
        boolean agrees = code.clientId().equals(client.id())
                && shown.getRedirectionURI() != null
                && code.redirectUri().equals(shown.getRedirectionURI().toString())
                && clock.instant().isBefore(code.expires())
                && hides(code.challenge(), shown.getCodeVerifier());
        if (!agrees) {
            throw invalid();
        }
        try {
            AccessToken token = sessions.open(require(code.account()), placeOf(client), (tx, session) -> {
                if (!store.use(tx, hash, session)) {
                    throw invalid();
                }
                store.insertSession(tx, session, client.id());
            });
            return new Granted(token, null);
        } catch (Refusal e) {
            throw replayed(hash);
        }
    }

    private static boolean hides(String challenge, @Nullable CodeVerifier verifier) {
        return verifier != null
                && CodeChallenge.compute(CodeChallengeMethod.S256, verifier)
                        .getValue()
                        .equals(challenge);
    }

    /// A code that comes a second time is in two hands: what it opened ends (RFC 6749, section 4.1.2).
    private Refusal replayed(String hash) {
        database.read(tx -> store.find(tx, hash))
                .flatMap(code -> Optional.ofNullable(code.session()))
                .ifPresent(sessions::endStolen);
        return invalid();
    }

    private static Refusal invalid() {
        return new Refusal(OAuth2Error.INVALID_GRANT);
    }

    private Caller require(UserId account) {
        return database.read(tx -> identity.findActive(tx, account)).orElseThrow(TokenService::invalid);
    }

    private static SessionService.Place placeOf(OauthClient client) {
        return new SessionService.Place(client.name(), null);
    }

    private Granted byRefresh(OauthClient client, String token) {
        SessionId session = SessionService.sessionOf(token).orElseThrow(TokenService::invalid);
        if (!database.<Boolean>read(tx -> store.belongsTo(tx, session, client.id()))) {
            throw invalid();
        }
        try {
            return new Granted(sessions.refresh(new RefreshSession(token, null)), null);
        } catch (ProblemException e) {
            throw e.problem().type() == ProblemType.UNAUTHENTICATED ? invalid() : e;
        }
    }

    private Granted byDevice(OauthClient client, String deviceCode) {
        DeviceGrantService.Answer answer = devices.poll(client.id(), deviceCode);
        UserId account = answer.account();
        if (account == null) {
            throw new Refusal(Objects.requireNonNullElse(answer.refusal(), OAuth2Error.INVALID_GRANT));
        }
        AccessToken token = sessions.open(require(account), placeOf(client), (tx, session) -> {
            if (!devices.finish(tx, deviceCode)) {
                throw invalid();
            }
            store.insertSession(tx, session, client.id());
        });
        return new Granted(token, null);
    }

    /// Lets a program wait on a device (RFC 8628, section 3.1).
    DeviceGrantService.Begun beginDevice(Sent sent) {
        DeviceAuthorizationRequest request = read(sent, DeviceAuthorizationRequest::parse);
        return devices.begin(requireClient(request, request.getScope()).id());
    }

    /// Ends the session of a token (RFC 7009); one that is good no more is as good as ended.
    void revoke(Sent sent) {
        TokenRevocationRequest request = read(sent, TokenRevocationRequest::parse);
        String token = request.getToken().getValue();
        Optional<Caller> caller = sessions.findCaller(token).or(() -> sessions.findByRefresh(token));
        if (request.getClientAuthentication() == null) {
            String client = requireClient(request, null).id();
            caller.ifPresent(found -> {
                SessionId session = Objects.requireNonNull(found.login()).session();
                end(found, database.<Boolean>read(tx -> store.belongsTo(tx, session, client)));
            });
        } else {
            Caller partner = requirePartner(request);
            caller.ifPresent(found -> end(found, found.userId().equals(partner.userId())));
        }
    }

    private void end(Caller found, boolean own) {
        if (!own) {
            throw new Refusal(OAuth2Error.UNAUTHORIZED_CLIENT);
        }
        sessions.signOut(found);
    }
}
