package dev.keyrack.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/// Holds every package under a root to its list of neighbours; the name of a package is what follows the root.
final class Neighbours extends ArchCondition<JavaClass> {

    private final String root;
    private final Map<String, Set<String>> allowed;

    Neighbours(String root, Map<String, Set<String>> allowed) {
        super("use only the neighbours that their package under " + root + " is allowed");
        this.root = root;
        this.allowed = allowed;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var here = type.getPackageName();
        if (!isUnderRoot(here) || here.equals(root)) {
            return;
        }
        var mine = allowed.get(nameOf(here));
        if (mine == null) {
            events.add(SimpleConditionEvent.violated(type, here + " is on no list of neighbours"));
            return;
        }
        for (var use : type.getDirectDependenciesFromSelf()) {
            var there = use.getTargetClass().getBaseComponentType().getPackageName();
            if (isUnderRoot(there) && !there.equals(here) && !mine.contains(nameOf(there))) {
                events.add(SimpleConditionEvent.violated(type, use.getDescription()));
            }
        }
    }

    private boolean isUnderRoot(String name) {
        return name.equals(root) || name.startsWith(root + ".");
    }

    private String nameOf(String name) {
        return name.equals(root) ? "" : name.substring(root.length() + 1);
    }
}
