package dev.keyrack.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import dev.keyrack.house.HouseRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final Map<String, Set<String>> NEIGHBOURS = Map.of(
            "api", Set.of(),
            "store", Set.of("api"),
            "sync", Set.of("api", "store"),
            "session", Set.of("api", "store"),
            "terminal", Set.of("api"),
            "sale", Set.of("api", "store", "terminal"));

    @TestFactory
    Stream<DynamicTest> house() {
        var rules = List.of(HouseRules.neighbours("dev.keyrack.client", NEIGHBOURS), knowsNoScreen());
        var all =
                Stream.concat(HouseRules.everywhere().stream(), rules.stream()).toList();
        return HouseRules.tests(HouseRules.mainClassesOf(ClientRuntime.class), all);
    }

    private static ArchRule knowsNoScreen() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..", "dev.keyrack.fx..");
    }
}
