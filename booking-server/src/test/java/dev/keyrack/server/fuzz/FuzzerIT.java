package dev.keyrack.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.server.gate.GateConfig;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.EchoEndpoint;
import dev.keyrack.server.http.HttpServer;
import dev.keyrack.server.identity.NewAccount;
import dev.keyrack.server.persistence.Json;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestServer;
import dev.keyrack.server.verification.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Requests right and wrong, each answer judged. A failure names the requests; the seed is given again by
/// `-Dkeyrack.seed=N`, and how many by `-Dkeyrack.fuzz.requests=N`. For longer there is `./keyrack bench fuzz`.
class FuzzerIT {

    private static final long SEED = Long.getLong("keyrack.seed", 20_261_127L);
    private static final int REQUESTS = Integer.getInteger(
            "keyrack.fuzz.requests", "postgresql".equals(System.getProperty("test.database")) ? 1_000 : 20_000);

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestServer server;

    private final List<SignIn> accounts = new ArrayList<>();

    @BeforeEach
    void open() {
        server = new TestServer(folder);
        ResourceId room = server.add(Sample.nights(5));
        server.addUnit(room, "101");
        server.addUnit(room, "102");
        server.add(Sample.appointments(30));
        server.add(Sample.event());
        accounts.add(server.administrator());
        for (Role role : List.of(Role.GUEST, Role.KIOSK, Role.FRONT_DESK, Role.MANAGER)) {
            UserDetails details = new UserDetails("One", "Who Asks", null, null);
            accounts.add(server.server()
                    .identity()
                    .createAccount(
                            Caller.SYSTEM,
                            new NewAccount("fuzz-" + role, role, role == Role.GUEST ? null : Sample.SITE, details)));
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Fuzzer.Report fuzz(Description description, int requests) throws InterruptedException {
        LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));
        return new Fuzzer(server.server().uri(), accounts, today, description).run(requests, SEED);
    }

    @Test
    void everyAnswerIsOneThatTheDescriptionPromises() throws InterruptedException {
        Fuzzer.Report report = fuzz(Description.committed(), REQUESTS);
        assertThat(report.faults()).as("seed %d", SEED).isEmpty();
        assertThat(report.statuses()).containsKeys("200", "201", "400", "401", "403", "404", "409");
        assertThat(server.verify()).allMatch(Verification.Check::holds);
    }

    @Test
    void seesPlantedFieldThatIsNotDescribed() throws Exception {
        JsonNode description = Json.read(Files.readString(Path.of("src/main/resources/openapi.json")), JsonNode.class);
        ((ObjectNode) description.at("/components/schemas/Site/properties")).remove("holdMinutes");
        Fuzzer.Report report = fuzz(Description.parse(description.toString()), 400);
        assertThat(report.faults()).anyMatch(fault -> fault.contains("holdMinutes is not described"));
    }

    @Test
    void seesPlantedFailureThatNobodyMapped() throws InterruptedException {
        Description description = Description.parse("{\"paths\": {\"/echo/broken\": {\"get\": {\"responses\": {}}}}}");
        try (HttpServer broken = new HttpServer(
                "127.0.0.1",
                0,
                List.of(new EchoEndpoint()),
                _ -> Optional.empty(),
                _ -> {},
                Map.of(),
                GateConfig.PLAIN)) {
            broken.start();
            Fuzzer.Report report = new Fuzzer(broken.uri(), List.of(), LocalDate.EPOCH, description).run(4, SEED);
            assertThat(report.faults()).anyMatch(fault -> fault.contains("unplanned 500"));
        }
    }
}
