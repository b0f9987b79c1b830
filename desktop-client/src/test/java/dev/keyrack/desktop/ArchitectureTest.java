package dev.keyrack.desktop;

import dev.keyrack.house.HouseRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final Map<String, Set<String>> NEIGHBOURS = Map.ofEntries(
            Map.entry("copy", Set.of()),
            Map.entry("shell", Set.of("copy")),
            Map.entry("signin", Set.of()),
            Map.entry("board", Set.of("change", "plan")),
            Map.entry("plan", Set.of("change")),
            Map.entry("change", Set.of()),
            Map.entry("agenda", Set.of("copy")),
            Map.entry("form", Set.of()),
            Map.entry("party", Set.of()),
            Map.entry("sale", Set.of("form", "party")),
            Map.entry("booking", Set.of("form", "sale", "party", "wording")),
            Map.entry("wording", Set.of()),
            Map.entry("day", Set.of("copy", "wording")),
            Map.entry("guest", Set.of("copy", "form", "proof", "wording")),
            Map.entry("attention", Set.of("copy", "wording")),
            Map.entry("palette", Set.of("copy", "wording")),
            Map.entry("admin", Set.of()),
            Map.entry("admin.catalog", Set.of("form", "admin", "admin.terms", "copy")),
            Map.entry("admin.terms", Set.of("form", "admin")),
            Map.entry("admin.rates", Set.of("form", "admin", "copy")),
            Map.entry("admin.request", Set.of("admin", "copy")),
            Map.entry("admin.report", Set.of("admin", "copy")),
            Map.entry("admin.audit", Set.of("form", "admin")),
            Map.entry("admin.device", Set.of("form", "admin", "proof")),
            Map.entry("admin.key", Set.of("form", "admin", "proof")),
            Map.entry("admin.staff", Set.of("form", "admin", "party", "proof")),
            Map.entry("account", Set.of("form", "admin", "party", "proof")),
            Map.entry("proof", Set.of("form")));

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
