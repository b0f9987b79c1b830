package dev.keyrack.fx;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.keyrack.house.HouseRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The rules for screens turn red where a planted class breaks them.
class ScreenRulesTest {

    @Test
    void findAWidgetInAViewModel() {
        assertThat(violations(HouseRules.viewModelsKnowNoWidget(), PlantedViewModel.class))
                .isNotEmpty();
    }

    @Test
    void findAControllerThatGoesPastItsViewModel() {
        assertThat(violations(HouseRules.controllersKnowNoRuntime(), PlantedController.class))
                .isNotEmpty();
    }

    @Test
    void findAScreenThatMindsItsOwnThread() {
        assertThat(violations(HouseRules.noThreads(), PlantedLater.class)).hasSize(1);
    }

    private static List<String> violations(ArchRule rule, Class<?> type) {
        return rule.evaluate(new ClassFileImporter().importClasses(type))
                .getFailureReport()
                .getDetails();
    }
}
