package dev.keyrack.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import dev.keyrack.house.HouseRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final Map<String, Set<String>> NEIGHBOURS = Map.ofEntries(
            Map.entry("value", Set.of()),
            Map.entry("problem", Set.of("value")),
            Map.entry("catalog", Set.of("value")),
            Map.entry("payment", Set.of("value")),
            Map.entry("guest", Set.of("value")),
            Map.entry("stay", Set.of("value")),
            Map.entry("booking", Set.of("value", "catalog", "payment", "guest", "stay")),
            Map.entry("availability", Set.of("value", "catalog", "booking", "problem")),
            Map.entry("identity", Set.of("value", "booking")),
            Map.entry("factor", Set.of()),
            Map.entry("privacy", Set.of("value", "booking", "payment", "identity")),
            Map.entry("staff", Set.of("value", "booking", "identity")),
            Map.entry("device", Set.of("value")),
            Map.entry("partner", Set.of("value")),
            Map.entry("notice", Set.of("value")),
            Map.entry("report", Set.of("value")),
            Map.entry("sync", Set.of("value")),
            Map.entry("audit", Set.of("value")));

    @TestFactory
    Stream<DynamicTest> house() {
        var rules = List.of(
                HouseRules.neighbours("dev.keyrack.contract", NEIGHBOURS),
                HouseRules.noFloatingPoint("dev.keyrack.contract.."),
                dependsOnLittle());
        var all =
                Stream.concat(HouseRules.everywhere().stream(), rules.stream()).toList();
        return HouseRules.tests(HouseRules.mainClassesOf(Port.class), all);
    }

    private static ArchRule dependsOnLittle() {
        return classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "dev.keyrack.contract..",
                        "com.fasterxml.jackson.annotation..",
                        "org.jspecify.annotations..",
                        "org.joda.money..")
                .as("the contract depends on the JDK, Jackson annotations, JSpecify and Joda-Money only");
    }
}
