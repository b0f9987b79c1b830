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

    private static final Map<String, Set<String>> NEIGHBOURS = Map.of(
            "value", Set.of(),
            "problem", Set.of("value"),
            "catalog", Set.of("value"),
            "payment", Set.of("value"),
            "booking", Set.of("value", "catalog", "payment"),
            "availability", Set.of("value", "catalog", "booking", "problem"),
            "identity", Set.of("value", "booking"),
            "notice", Set.of("value"),
            "report", Set.of("value"),
            "sync", Set.of("value"));

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
