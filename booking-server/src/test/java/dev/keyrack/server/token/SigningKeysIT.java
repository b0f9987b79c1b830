package dev.keyrack.server.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.identity.SessionId;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Durability;
import dev.keyrack.server.rig.TestDatabase;
import dev.keyrack.server.soak.MovableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysIT {

    private static final Caller DESK = new Caller(new UserId("usr_desk"), Role.FRONT_DESK, new SiteId("sit_a"));
    private static final SessionId SESSION = new SessionId("ses_1");

    @TempDir
    private Path folder;

    private final MovableClock clock =
            new MovableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    private Database database;

    @SuppressWarnings("NullAway.Init")
    SigningKeysIT() {}

    @BeforeEach
    void open() {
        database = TestDatabase.open(folder, Durability.DISK, List.of());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Tokens node(Path itsFolder) {
        return new Tokens(new SigningKeys(database, itsFolder, clock), clock);
    }

    private String issue(Tokens tokens) {
        return tokens.issue(DESK, SESSION, clock.instant());
    }

    private static String headerOf(String token) {
        return token.substring(0, token.indexOf('.'));
    }

    @Test
    void readsWhatItWroteUntilItsTimeIsOver() {
        Tokens tokens = node(folder);
        String token = issue(tokens);
        assertThat(tokens.read(token))
                .hasValue(new Caller(
                        DESK.userId(),
                        DESK.role(),
                        DESK.siteId(),
                        new Caller.Login(
                                SESSION,
                                clock.instant(),
                                clock.instant(),
                                clock.instant().plus(Tokens.LIFETIME))));
        clock.advance(Tokens.LIFETIME.minusSeconds(1));
        assertThat(tokens.read(token)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(tokens.read(token)).isEmpty();
    }

    @Test
    void keepsItsKeyForItselfAndForTheNextStart() throws Exception {
        String token = issue(node(folder));
        assertThat(headerOf(issue(node(folder)))).isEqualTo(headerOf(token));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("signing-keys.json"))))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("signing-keys.json.new")).doesNotExist();
        assertThat(database.<String>read(tx -> tx.list("select * from signing_key", row -> row.text("public_key"))
                        .toString()))
                .doesNotContain(Files.readString(folder.resolve("signing-keys.json"))
                        .replaceAll(".*\"d\":\"([^\"]*)\".*", "$1"));
    }

    @Test
    void acceptsTheKeysOfAllNodes() throws Exception {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        Tokens one = node(first);
        Tokens two = node(second);
        assertThat(two.read(issue(two))).isPresent();
        clock.advance(Duration.ofSeconds(1));
        String token = issue(one);
        assertThat(headerOf(token)).isNotEqualTo(headerOf(issue(two)));
        assertThat(two.read(token)).isPresent();
    }

    @Test
    void publishesTheNextKeyADayBeforeItSigns() {
        SigningKeys keys = new SigningKeys(database, folder, clock);
        Tokens tokens = new Tokens(keys, clock);
        String first = headerOf(issue(tokens));
        clock.advance(SigningKeys.TERM.minus(SigningKeys.AHEAD).minusSeconds(1));
        assertThat(headerOf(issue(tokens))).isEqualTo(first);
        assertThat(published(keys)).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(headerOf(issue(tokens))).isEqualTo(first);
        assertThat(published(keys)).hasSize(2);
        clock.advance(SigningKeys.AHEAD.minusSeconds(1));
        String last = issue(tokens);
        assertThat(headerOf(last)).isEqualTo(first);
        clock.advance(Duration.ofSeconds(1));
        assertThat(headerOf(issue(tokens))).isNotEqualTo(first);
        assertThat(tokens.read(last)).isPresent();
        assertThat(node(folder).read(last)).isPresent();
        clock.advance(SigningKeys.TERM);
        assertThat(headerOf(issue(tokens))).isNotEqualTo(first);
        assertThat(published(keys)).hasSize(2);
    }

    private static List<?> published(SigningKeys keys) {
        return (List<?>) Objects.requireNonNull(keys.toJwks().get("keys"));
    }

    @Test
    void goesOnAfterARest() {
        String before = headerOf(issue(node(folder)));
        clock.advance(Duration.ofDays(400));
        Tokens again = node(folder);
        String token = issue(again);
        assertThat(headerOf(token)).isNotEqualTo(before);
        assertThat(again.read(token)).isPresent();
    }
}
