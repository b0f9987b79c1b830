package dev.keyrack.client.session;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.ClientJson;
import dev.keyrack.client.api.ServerApi;
import dev.keyrack.client.store.SettingStore;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.identity.ChangePassword;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// Signs in at the server, or, for three days after that, by what is known here while the server does not answer. A
/// password is kept only as its PBKDF2 key (RFC 8018), inside the encrypted store.
public final class Session {

    private static final Duration GRACE = Duration.ofDays(3);
    private static final String DEVICE = "session.device";
    private static final int ITERATIONS = 600_000;
    private static final int KEY_BITS = 256;
    private static final int SALT_OCTETS = 16;
    private static final HexFormat HEX = HexFormat.of();

    private final ServerApi api;
    private final SettingStore settings;
    private final Clock clock;

    public Session(ServerApi api, SettingStore settings, Clock clock) {
        this.api = api;
        this.settings = settings;
        this.clock = clock;
    }

    /// What is kept of who signed in.
    private record Remembered(String salt, String key, Role role, List<Site> sites, Instant at) {}

    public SignInOutcome signIn(SignIn typed) {
        SignIn account = typed.from(device());
        return switch (api.signIn(account)) {
            case ApiOutcome.Answered<AccessToken>(AccessToken token) -> enter(account, token);
            case ApiOutcome.Refused<AccessToken>(Problem problem) -> refused(account, problem);
            case ApiOutcome.Unanswered<AccessToken> _ -> signInOffline(account);
        };
    }

    /// What tells the server that somebody signs in from here again.
    private String device() {
        return settings.find(DEVICE).orElseGet(() -> {
            byte[] octets = new byte[SALT_OCTETS];
            new SecureRandom().nextBytes(octets);
            String made = HEX.formatHex(octets);
            settings.put(DEVICE, made);
            return made;
        });
    }

    private SignInOutcome enter(SignIn account, AccessToken token) {
        return switch (api.catalog().listSites()) {
            case ApiOutcome.Answered<List<Site>>(List<Site> all) -> {
                List<Site> own = all.stream()
                        .filter(site -> token.siteId() == null || site.id().equals(token.siteId()))
                        .toList();
                remember(account, token.role(), own);
                yield new SignInOutcome.Online(token.role(), own);
            }
            case ApiOutcome.Refused<List<Site>>(Problem problem) -> new SignInOutcome.Refused(problem);
            case ApiOutcome.Unanswered<List<Site>> _ -> new SignInOutcome.Unanswered();
        };
    }

    private SignInOutcome refused(SignIn account, Problem problem) {
        if (problem.type() == ProblemType.UNAUTHENTICATED) {
            settings.remove(nameOf(account));
        }
        return problem.status() >= 500 ? signInOffline(account) : new SignInOutcome.Refused(problem);
    }

    private SignInOutcome signInOffline(SignIn account) {
        Optional<Remembered> known = settings.find(nameOf(account))
                .map(text -> ClientJson.read(text, Remembered.class))
                .filter(each -> clock.instant().isBefore(each.at().plus(GRACE)))
                .filter(each -> MessageDigest.isEqual(
                        HEX.parseHex(each.key()), stretch(account.password(), HEX.parseHex(each.salt()))));
        if (known.isEmpty()) {
            return new SignInOutcome.Unanswered();
        }
        api.signInLater(account);
        return new SignInOutcome.Offline(known.get().role(), known.get().sites());
    }

    private void remember(SignIn account, Role role, List<Site> sites) {
        byte[] salt = new byte[SALT_OCTETS];
        new SecureRandom().nextBytes(salt);
        String key = HEX.formatHex(stretch(account.password(), salt));
        settings.put(
                nameOf(account),
                ClientJson.write(new Remembered(HEX.formatHex(salt), key, role, sites, clock.instant())));
    }

    /// Changes the password of who is signed in, and knows that person by the new one from now on.
    public ApiOutcome<Void> changePassword(ChangePassword wanted) {
        ApiOutcome<Void> outcome = api.own().changePassword(wanted);
        if (outcome instanceof ApiOutcome.Answered<Void>) {
            SignIn account = new SignIn(api.account(), wanted.newPassword());
            settings.find(nameOf(account))
                    .map(text -> ClientJson.read(text, Remembered.class))
                    .ifPresent(before -> remember(account, before.role(), before.sites()));
        }
        return outcome;
    }

    private static String nameOf(SignIn account) {
        return "session:" + account.name().toLowerCase(Locale.ROOT);
    }

    private static byte[] stretch(String password, byte[] salt) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, KEY_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2", e);
        }
    }
}
