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

    private static final Map<String, Set<String>> NEIGHBOURS = Map.of("welcome", Set.of());

    @TestFactory
    Stream<DynamicTest> house() {
        var rules = List.of(
                HouseRules.neighbours("dev.keyrack.kiosk", NEIGHBOURS),
                HouseRules.viewModelsKnowNoWidget(),
                HouseRules.controllersKnowNoRuntime(),
                HouseRules.noThreads(),
                HouseRules.tested("ViewModel"),
                HouseRules.tested("Rule"),
                knowsNoBackOffice());
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

    private static boolean isBackOffice(JavaClass type) {
        return type.getName().startsWith("dev.keyrack.")
                && (type.getPackageName().matches(".*\\.(admin|staff|report)(\\..*)?")
                        || type.getSimpleName().matches(".*(Admin|Staff|Report).*"));
    }
}
