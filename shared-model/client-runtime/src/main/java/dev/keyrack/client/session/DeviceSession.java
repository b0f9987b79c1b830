package dev.keyrack.client.session;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.ClientJson;
import dev.keyrack.client.api.DeviceKey;
import dev.keyrack.client.api.ServerApi;
import dev.keyrack.client.store.SettingStore;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.device.Device;
import dev.keyrack.contract.device.EnrolDevice;
import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.value.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Signs in as the device that this program was made, by the key that it keeps in the encrypted store; for three days
/// after it was let in last also while the server does not answer.
public final class DeviceSession {

    private static final Duration GRACE = Duration.ofDays(3);
    private static final String ID = "device:id";
    private static final String KEY = "device:key";
    private static final String NEXT_KEY = "device:next-key";
    private static final String SITE = "device:site";

    private final ServerApi api;
    private final SettingStore settings;
    private final Clock clock;

    public DeviceSession(ServerApi api, SettingStore settings, Clock clock) {
        this.api = api;
        this.settings = settings;
        this.clock = clock;
    }

    /// Where the device works, and when the server said so last.
    private record Remembered(Site site, Instant at) {}

    /// Whether this program was made a device.
    public boolean isEnrolled() {
        return findKey().isPresent();
    }

    private Optional<DeviceKey> findKey() {
        return settings.find(ID).flatMap(id -> settings.find(KEY).map(key -> DeviceKey.of(new UserId(id), key)));
    }

    /// Becomes the device whose code it is, with a new key, and signs in. Whatever device it was before, it is no more.
    /// May be tried again with the same code when no answer came.
    public SignInOutcome enrol(String code) {
        DeviceKey.Pair pair = nextKey();
        return switch (api.devices().enrol(new EnrolDevice(code, pair.publicText()))) {
            case ApiOutcome.Answered<Device>(Device device) -> {
                settings.remove(ID);
                settings.remove(SITE);
                settings.put(KEY, pair.privateText());
                settings.put(ID, device.userId().value());
                settings.remove(NEXT_KEY);
                yield signIn();
            }
            case ApiOutcome.Refused<Device>(Problem problem) -> new SignInOutcome.Refused(problem);
            case ApiOutcome.Unanswered<Device> _ -> new SignInOutcome.Unanswered();
        };
    }

    /// Kept before the server is told of it.
    private DeviceKey.Pair nextKey() {
        return settings.find(NEXT_KEY)
                .map(text -> ClientJson.read(text, DeviceKey.Pair.class))
                .orElseGet(() -> {
                    DeviceKey.Pair made = DeviceKey.generate();
                    settings.put(NEXT_KEY, ClientJson.write(made));
                    return made;
                });
    }

    /// @throws IllegalStateException if it is not enrolled
    public SignInOutcome signIn() {
        DeviceKey key = findKey().orElseThrow(() -> new IllegalStateException("This program is no device yet"));
        return switch (api.signIn(key)) {
            case ApiOutcome.Answered<AccessToken>(AccessToken token) -> enter(token);
            case ApiOutcome.Refused<AccessToken>(Problem problem) ->
                problem.status() >= 500 ? signInOffline(key) : new SignInOutcome.Refused(problem);
            case ApiOutcome.Unanswered<AccessToken> _ -> signInOffline(key);
        };
    }

    private SignInOutcome enter(AccessToken token) {
        return switch (api.catalog().listSites()) {
            case ApiOutcome.Answered<List<Site>>(List<Site> all) -> {
                Site own = all.stream()
                        .filter(site -> site.id().equals(token.siteId()))
                        .findFirst()
                        .orElseThrow();
                settings.put(SITE, ClientJson.write(new Remembered(own, clock.instant())));
                yield new SignInOutcome.Online(token.role(), List.of(own));
            }
            case ApiOutcome.Refused<List<Site>>(Problem problem) -> new SignInOutcome.Refused(problem);
            case ApiOutcome.Unanswered<List<Site>> _ -> new SignInOutcome.Unanswered();
        };
    }

    private SignInOutcome signInOffline(DeviceKey key) {
        Optional<Remembered> known = settings.find(SITE)
                .map(text -> ClientJson.read(text, Remembered.class))
                .filter(each -> clock.instant().isBefore(each.at().plus(GRACE)));
        if (known.isEmpty()) {
            return new SignInOutcome.Unanswered();
        }
        api.signInLater(key);
        return new SignInOutcome.Offline(Role.KIOSK, List.of(known.get().site()));
    }
}
