package dev.keyrack.desktop;

import dev.keyrack.house.HouseRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final Map<String, Set<String>> NEIGHBOURS = Map.of(
            "shell",
            Set.of(),
            "signin",
            Set.of(),
            "board",
            Set.of(),
            "booking",
            Set.of("sale", "party"),
            "sale",
            Set.of("party"),
            "party",
            Set.of());

    @TestFactory
    Stream<DynamicTest> house() {
        var rules = List.of(
                HouseRules.neighbours("dev.keyrack.desktop", NEIGHBOURS),
                HouseRules.viewModelsKnowNoWidget(),
                HouseRules.controllersKnowNoRuntime(),
                HouseRules.noThreads(),
                HouseRules.tested("ViewModel"),
                HouseRules.tested("Rule"));
        var all =
                Stream.concat(HouseRules.everywhere().stream(), rules.stream()).toList();
        return HouseRules.tests(HouseRules.mainClassesOf(DesktopApp.class), all);
    }
}
