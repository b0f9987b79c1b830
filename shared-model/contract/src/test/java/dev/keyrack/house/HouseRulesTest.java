package dev.keyrack.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.keyrack.house.planted.one.There;
import dev.keyrack.house.planted.two.Back;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Every rule turns red where a planted class breaks it, and only there.
class HouseRulesTest {

    private static final ClassFileImporter CLASSES = new ClassFileImporter();

    @Test
    void findsCyclesBetweenPackages() {
        assertThat(violations(HouseRules.noPackageCycles(), There.class, Back.class))
                .isNotEmpty();
        assertPasses(HouseRules.noPackageCycles(), There.class);
    }

    @Test
    void findsNamesThatSayNothing() {
        assertThat(violations(HouseRules.noBannedNames(), Planted.BookingManager.class, Planted.BaseRecorder.class))
                .hasSize(2);
        assertPasses(HouseRules.noBannedNames(), Planted.Quiet.class);
    }

    @Test
    void findsPackagesThatAreNotNullMarked() {
        var packages = CLASSES.importPackages("dev.keyrack.house.planted");
        var report = HouseRules.everyPackageIsNullMarked().evaluate(packages).getFailureReport();
        assertThat(report.getDetails()).singleElement().asString().contains("planted.two.Back");
    }

    @Test
    void findsInterfacesWithOneImplementor() {
        assertThat(violations(HouseRules.noLonelyInterfaces(), Planted.Lonely.class, Planted.Only.class))
                .hasSize(1);
        assertPasses(
                HouseRules.noLonelyInterfaces(),
                Planted.Terminal.class,
                Planted.RealTerminal.class,
                Planted.Step.class,
                Planted.Start.class);
    }

    @Test
    void findsHiddenReadingsOfTheTime() {
        assertThat(violations(HouseRules.timeComesFromAClock(), Planted.HiddenTime.class))
                .hasSize(3);
        assertPasses(HouseRules.timeComesFromAClock(), Planted.GivenTime.class);
    }

    @Test
    void findsFloatingPointNearMoney() {
        var rule = HouseRules.noFloatingPoint("dev.keyrack..");
        assertThat(violations(rule, Planted.Price.class)).hasSize(1);
        assertPasses(rule, Planted.Place.class);
    }

    @Test
    void findsThreadsAndExecutors() {
        assertThat(violations(HouseRules.noThreads(), Planted.Busy.class)).isNotEmpty();
        assertPasses(HouseRules.noThreads(), Planted.Quiet.class);
    }

    @Test
    void findsRulesThatNobodyTests() {
        var packages = CLASSES.importPackages("dev.keyrack.house.planted.one");
        var report = HouseRules.tested("Rule").evaluate(packages).getFailureReport();
        assertThat(report.getDetails()).singleElement().asString().contains("ForgottenRule");
    }

    @Test
    void findsNeighboursThatAreNotAllowed() {
        var root = "dev.keyrack.house.planted";
        var strict = HouseRules.neighbours(root, Map.of("one", Set.of(), "two", Set.of("one")));
        assertThat(violations(strict, There.class)).isNotEmpty();
        assertPasses(strict, Back.class);
        assertThat(violations(HouseRules.neighbours(root, Map.of()), Back.class))
                .hasSize(1);
    }

    @Test
    void findsLibrariesOutsideTheirPlace() {
        var rule = HouseRules.only("clocks only in a GivenTime", HouseRules.outermostNamed("Elsewhere"), "java.time..");
        assertThat(violations(rule, Planted.GivenTime.class)).isNotEmpty();
        assertPasses(rule, Planted.Quiet.class);
    }

    @Test
    void countsTheFilesOfAPackage() {
        var planted = CLASSES.importPackages("dev.keyrack.house.planted.one");
        assertThat(Conditions.filesIn(planted.getPackage("dev.keyrack.house.planted.one")))
                .isEqualTo(3);
    }

    private static List<String> violations(ArchRule rule, Class<?>... types) {
        return rule.evaluate(CLASSES.importClasses(types)).getFailureReport().getDetails();
    }

    private static void assertPasses(ArchRule rule, Class<?>... types) {
        assertThatCode(() -> rule.allowEmptyShould(true).check(CLASSES.importClasses(types)))
                .doesNotThrowAnyException();
    }
}
