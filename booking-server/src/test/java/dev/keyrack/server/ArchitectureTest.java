package dev.keyrack.server;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.keyrack.house.HouseRules;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.planted.LeakingEndpoint;
import dev.keyrack.server.planted.OrmOutside;
import dev.keyrack.server.planted.PublicEntity;
import dev.keyrack.server.planted.RestOutside;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    /// From the ground up: a feature uses what stands above it in this list, and never the other way round.
    private static final Map<String, Set<String>> NEIGHBOURS = Map.ofEntries(
            entry("persistence", Set.of()),
            entry("access", Set.of()),
            entry("gate", Set.of("persistence")),
            entry("http", Set.of("access", "gate", "persistence")),
            entry("audit", Set.of("access", "http", "persistence")),
            entry("anomaly", Set.of("access", "http", "persistence", "audit")),
            entry("sync", Set.of("access", "http", "persistence")),
            entry("token", Set.of("access", "http", "persistence")),
            entry("session", Set.of("access", "http", "persistence", "audit", "token")),
            entry("notice", Set.of("persistence")),
            entry("factor", Set.of("access", "http", "persistence", "audit", "session")),
            entry(
                    "identity",
                    Set.of("access", "gate", "http", "persistence", "audit", "sync", "session", "notice", "factor")),
            entry("device", Set.of("access", "gate", "http", "persistence", "audit", "session", "token", "identity")),
            entry("partner", Set.of("access", "http", "persistence", "audit", "identity", "session")),
            entry(
                    "oauth",
                    Set.of(
                            "access",
                            "gate",
                            "http",
                            "persistence",
                            "audit",
                            "identity",
                            "notice",
                            "partner",
                            "session")),
            entry("media", Set.of("access", "http", "persistence", "audit", "identity")),
            entry("catalog", Set.of("access", "http", "persistence", "audit", "sync", "identity", "media")),
            entry("pricing", Set.of("http", "persistence", "catalog")),
            entry("inventory", Set.of("access", "http", "persistence", "audit", "sync", "catalog", "pricing")),
            entry("payment", Set.of("http", "persistence", "audit", "sync", "identity", "catalog")),
            entry(
                    "booking",
                    Set.of(
                            "access",
                            "http",
                            "persistence",
                            "audit",
                            "sync",
                            "identity",
                            "catalog",
                            "pricing",
                            "inventory",
                            "payment",
                            "notice")),
            entry(
                    "privacy",
                    Set.of(
                            "access",
                            "gate",
                            "http",
                            "persistence",
                            "audit",
                            "identity",
                            "notice",
                            "session",
                            "factor",
                            "oauth",
                            "catalog",
                            "payment",
                            "booking")),
            entry("guest", Set.of("access", "http", "persistence", "identity", "booking", "privacy")),
            entry(
                    "stay",
                    Set.of(
                            "access",
                            "http",
                            "persistence",
                            "audit",
                            "identity",
                            "catalog",
                            "inventory",
                            "payment",
                            "booking")),
            entry("search", Set.of("access", "http", "persistence", "sync", "catalog", "pricing", "inventory")),
            entry("report", Set.of("http", "persistence", "identity", "catalog", "inventory", "payment", "booking")),
            entry(
                    "operation",
                    Set.of(
                            "access",
                            "http",
                            "persistence",
                            "audit",
                            "sync",
                            "identity",
                            "catalog",
                            "inventory",
                            "pricing",
                            "media",
                            "payment",
                            "booking")),
            entry("verification", Set.of("persistence", "audit", "operation")),
            entry("bench", Set.of("persistence", "payment")),
            entry("replay", Set.of("operation", "bench")),
            entry("soak", Set.of("bench", "verification")),
            entry("fuzz", Set.of("persistence")));

    @TestFactory
    Stream<DynamicTest> house() {
        var rules = List.of(
                HouseRules.neighbours("dev.keyrack.server", NEIGHBOURS),
                HouseRules.noFloatingPoint(
                        "dev.keyrack.server.pricing",
                        "dev.keyrack.server.payment",
                        "dev.keyrack.server.booking",
                        "dev.keyrack.server.inventory"),
                HouseRules.tested("Rule"));
        var all = Stream.of(HouseRules.everywhere(), ServerRules.all(), rules)
                .flatMap(List::stream)
                .toList();
        return HouseRules.tests(HouseRules.mainClassesOf(Allowed.class), all);
    }

    @Test
    void findsPlantedOffenders() {
        assertThat(violations(ServerRules.restStaysInEndpoints(), RestOutside.class))
                .isNotEmpty();
        assertThat(violations(ServerRules.ormStaysInStores(), OrmOutside.class)).isNotEmpty();
        assertThat(violations(ServerRules.entitiesAreNotPublic(), PublicEntity.class))
                .hasSize(1);
        assertThat(violations(ServerRules.endpointsKnowNoEntity(), LeakingEndpoint.class, PublicEntity.class))
                .isNotEmpty();
        assertThat(violations(ServerRules.endpointsNameTheirAction(), LeakingEndpoint.class))
                .hasSize(1);
    }

    private static List<String> violations(ArchRule rule, Class<?>... types) {
        return rule.evaluate(new ClassFileImporter().importClasses(types))
                .getFailureReport()
                .getDetails();
    }
}
