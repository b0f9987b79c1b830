package dev.keyrack.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// The rules that hold in more than one module. Each names what it forbids; an exception is made here or not at all.
public final class HouseRules {

    private static final String BANNED_NAMES = "(Base|Common|Misc)[A-Z].*"
            + "|I[A-Z][a-z].*"
            + "|.*(Manager|Helper|Util|Utils|Impl|Common|Misc|Dto|DTO|Data|Info)";

    private HouseRules() {}

    /// The classes of the module of that class, without its tests.
    public static JavaClasses mainClassesOf(Class<?> member) {
        return new ClassFileImporter()
                .importUrl(member.getProtectionDomain().getCodeSource().getLocation());
    }

    /// One test for each rule, named by the rule's own sentence.
    public static Stream<DynamicTest> tests(JavaClasses module, List<ArchRule> rules) {
        return rules.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getDescription(), () -> rule.allowEmptyShould(true).check(module)));
    }

    /// What every module obeys.
    public static List<ArchRule> everywhere() {
        return List.of(
                noPackageCycles(),
                noBannedNames(),
                everyPackageIsNullMarked(),
                packagesStaySmall(),
                noLonelyInterfaces(),
                timeComesFromAClock());
    }

    public static ArchRule noPackageCycles() {
        return slices().matching("dev.keyrack.(**)").should().beFreeOfCycles();
    }

    public static ArchRule noBannedNames() {
        return classes()
                .that()
                .areNotAnonymousClasses()
                .should(Conditions.on(
                        "not have a name that says nothing",
                        type -> type.getSimpleName().matches(BANNED_NAMES)));
    }

    public static ArchRule everyPackageIsNullMarked() {
        return classes()
                .should(Conditions.on(
                        "live in a package whose package-info is @NullMarked",
                        type -> !type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")));
    }

    public static ArchRule packagesStaySmall() {
        return classes()
                .that()
                .haveSimpleName("package-info")
                .should(Conditions.on(
                        "stand in a package of at most 16 files", type -> Conditions.filesIn(type.getPackage()) > 16));
    }

    /// @see dev.keyrack.contract.Port
    public static ArchRule noLonelyInterfaces() {
        return classes()
                .that()
                .areInterfaces()
                .and()
                .areNotAnnotations()
                .should(Conditions.on(
                        "have more than one implementor, be sealed or be a @Port", Conditions::isLonelyInterface));
    }

    /// Only an assembly, a `Main` or the start of a program may ask the machine for its clock.
    public static ArchRule timeComesFromAClock() {
        return classes().should(Conditions.calling("not read the time except from an injected Clock", Times::isHidden));
    }

    /// For money: `double` is for a rating and for a place on the map.
    public static ArchRule noFloatingPoint(String... packages) {
        return classes()
                .that()
                .resideInAnyPackage(packages)
                .should(Conditions.on(
                        "hold or take no double or float but rating, latitude and longitude", FloatingPoint::isUsedBy));
    }

    /// Screens leave threads to client-fx and client-runtime.
    public static ArchRule noThreads() {
        return noClasses()
                .should()
                .dependOnClassesThat(named(
                        "are Thread, Timer or an executor",
                        type -> type.isAssignableTo(Thread.class)
                                || type.isAssignableTo("java.util.Timer")
                                || type.isAssignableTo("java.util.concurrent.Executor")
                                || type.getName().equals("java.util.concurrent.Executors")))
                .orShould(Conditions.callingAny(
                        "call Platform.runLater",
                        call -> call.getOwner().getName().equals("javafx.application.Platform")
                                && call.getName().equals("runLater")));
    }

    public static ArchRule viewModelsKnowNoWidget() {
        return noClasses()
                .that(outermostNamed("ViewModel"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..");
    }

    /// A controller calls its view model and nothing behind it.
    public static ArchRule controllersKnowNoRuntime() {
        return noClasses()
                .that(outermostNamed("Controller"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.keyrack.client..", "dev.keyrack.contract..");
    }

    /// Every class with that ending has a test of its own name.
    public static ArchRule tested(String ending) {
        return classes()
                .that()
                .haveSimpleNameEndingWith(ending)
                .and()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .should(Conditions.on("have a test of its name", type -> !Conditions.exists(type.getName() + "Test")));
    }

    /// The packages of a library stay with the classes that may use them.
    public static ArchRule only(String description, DescribedPredicate<JavaClass> users, String... library) {
        return noClasses()
                .that(DescribedPredicate.not(users))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .as(description);
    }

    /// What each package under the root may use of its neighbours; a package that is not listed may not exist. Classes
    /// of the root package itself put things together and may use all.
    public static ArchRule neighbours(String root, Map<String, Set<String>> allowed) {
        return classes().should(new Neighbours(root, allowed));
    }

    /// Classes by the ending of their own name, or of the class that they are nested in.
    public static DescribedPredicate<JavaClass> outermostNamed(String... endings) {
        return named(
                "belong to a " + String.join(" or ", endings),
                type -> Stream.of(endings).anyMatch(Conditions.outermost(type).getSimpleName()::endsWith));
    }

    /// A predicate with a sentence.
    public static DescribedPredicate<JavaClass> named(String description, Predicate<JavaClass> test) {
        return DescribedPredicate.describe(description, test);
    }
}
