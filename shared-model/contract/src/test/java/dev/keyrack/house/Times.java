package dev.keyrack.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.util.Set;

/// Tells the ways to read the machine's time that a test could not set.
final class Times {

    private static final Set<String> DATE_TYPES =
            Set.of("java.util.Date", "java.util.GregorianCalendar", "java.util.Calendar");

    private Times() {}

    /// `System.nanoTime` is allowed: it measures, it does not tell the time.
    static boolean isHidden(JavaCodeUnitAccess<?> call) {
        var owner = call.getTargetOwner().getName();
        return switch (call.getName()) {
            case "now" -> owner.startsWith("java.time.") && !takesClock(call);
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case "systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds", "tickMinutes" ->
                owner.equals("java.time.Clock") && !putsTogether(call.getOriginOwner());
            case "<init>", "getInstance" ->
                DATE_TYPES.contains(owner)
                        && call.getTarget().getRawParameterTypes().isEmpty();
            default -> false;
        };
    }

    private static boolean takesClock(JavaCodeUnitAccess<?> call) {
        return call.getTarget().getRawParameterTypes().stream()
                .anyMatch(type -> type.getName().equals("java.time.Clock"));
    }

    private static boolean putsTogether(JavaClass type) {
        var name = Conditions.outermost(type).getSimpleName();
        return name.endsWith("Assembly") || name.endsWith("Main") || name.endsWith("App");
    }
}
