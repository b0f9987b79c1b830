package dev.keyrack.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Objects;
import java.util.function.Predicate;

/// How the rules look at a class.
final class Conditions {

    private Conditions() {}

    /// Violated where the test finds the class guilty.
    static ArchCondition<JavaClass> on(String description, Predicate<JavaClass> guilty) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (guilty.test(type)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " does not " + description));
                }
            }
        };
    }

    /// Violated by each guilty call that a class makes.
    static ArchCondition<JavaClass> calling(String description, Predicate<JavaCodeUnitAccess<?>> guilty) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getCodeUnitAccessesFromSelf().stream()
                        .filter(guilty)
                        .forEach(call -> events.add(SimpleConditionEvent.violated(type, call.getDescription())));
            }
        };
    }

    /// Satisfied by a class that makes such a call; for rules that begin with "no classes".
    static ArchCondition<JavaClass> callingAny(String description, Predicate<JavaCodeUnit> wanted) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var call : type.getCodeUnitAccessesFromSelf()) {
                    if (call.getTarget().resolveMember().filter(wanted).isPresent()) {
                        events.add(SimpleConditionEvent.satisfied(type, call.getDescription()));
                    }
                }
            }
        };
    }

    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Conditions::outermost).orElse(type);
    }

    static long filesIn(JavaPackage box) {
        return box.getClasses().stream()
                .map(JavaClass::getSource)
                .map(source -> source.flatMap(Source::getFileName).orElse(null))
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    static boolean isLonelyInterface(JavaClass type) {
        var implementors = type.getAllSubclasses().stream()
                .filter(candidate -> !candidate.isInterface())
                .count();
        return implementors == 1 && !type.reflect().isSealed() && !type.isAnnotatedWith("dev.keyrack.contract.Port");
    }

    static boolean exists(String className) {
        try {
            Class.forName(className, false, Thread.currentThread().getContextClassLoader());
            return true;
        } catch (ClassNotFoundException _) {
            return false;
        }
    }
}
