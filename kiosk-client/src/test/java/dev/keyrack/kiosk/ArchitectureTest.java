package dev.keyrack.kiosk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
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
            Map.entry("flow", Set.of()),
            Map.entry("keyboard", Set.of()),
            Map.entry("frame", Set.of("flow")),
            Map.entry("offer", Set.of("flow")),
            Map.entry("welcome", Set.of("flow", "offer")),
            Map.entry("dates", Set.of("flow", "offer")),
            Map.entry("details", Set.of("flow", "keyboard")),
            Map.entry("payment", Set.of("flow")),
            Map.entry("ticket", Set.of("flow")),
            Map.entry("arrival", Set.of("flow", "keyboard", "payment")),
            Map.entry("attendant", Set.of("flow", "keyboard")));

    @TestFactory
    Stream<DynamicTest> house() {
        var rules = List.of(
                HouseRules.neighbours("dev.keyrack.kiosk", NEIGHBOURS),
                HouseRules.viewModelsKnowNoWidget(),
                HouseRules.controllersKnowNoRuntime(),
                HouseRules.noThreads(),
                HouseRules.tested("ViewModel"),
                HouseRules.tested("Rule"),
                knowsNoBackOffice(),
                hasNoWayOut());
        var all =
                Stream.concat(HouseRules.everywhere().stream(), rules.stream()).toList();
        return HouseRules.tests(HouseRules.mainClassesOf(KioskApp.class), all);
    }

    private static ArchRule knowsNoBackOffice() {
        return noClasses()
                .should()
                .dependOnClassesThat(
                        HouseRules.named("belong to administration, staff or reports", ArchitectureTest::isBackOffice));
    }

    /// Nothing that leads out of the program: no files to choose, no printers to set up, no pages, no pop-ups.
    private static ArchRule hasNoWayOut() {
        return noClasses()
                .should()
                .dependOnClassesThat(HouseRules.named(
                        "lead a guest out of the program",
                        type -> type.getName()
                                .matches(
                                        "javafx\\.(stage\\.(File|Directory)Chooser|stage\\.Popup.*|print\\..*|scene\\.web\\..*"
                                                + "|scene\\.control\\.(Hyperlink|ContextMenu|Dialog|Alert|TextField|TextArea|Tooltip))"
                                                + "|javafx\\.application\\.HostServices|java\\.awt\\..*")));
    }

    private static boolean isBackOffice(JavaClass type) {
        return type.getName().startsWith("dev.keyrack.")
                && (type.getPackageName().matches(".*\\.(admin|staff|report)(\\..*)?")
                        || type.getSimpleName().matches(".*(Admin|Staff|Report).*"));
    }
}
