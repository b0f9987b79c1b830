package dev.keyrack.fx;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import dev.keyrack.house.HouseRules;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> house() {
        var rules = List.of(HouseRules.neighbours("dev.keyrack.fx", Map.of()), knowsNoBooking());
        var all =
                Stream.concat(HouseRules.everywhere().stream(), rules.stream()).toList();
        return HouseRules.tests(HouseRules.mainClassesOf(ViewLoader.class), all);
    }

    private static ArchRule knowsNoBooking() {
        return noClasses().should().dependOnClassesThat().resideInAnyPackage("dev.keyrack.contract..");
    }
}
