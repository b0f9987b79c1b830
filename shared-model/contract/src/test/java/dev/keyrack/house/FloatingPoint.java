package dev.keyrack.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.Set;
import java.util.stream.Stream;

/// Finds numbers that cannot hold a cent.
final class FloatingPoint {

    private static final Set<String> TYPES = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
    private static final Set<String> ALLOWED_FIELDS = Set.of("rating", "latitude", "longitude");

    private FloatingPoint() {}

    static boolean isUsedBy(JavaClass type) {
        return type.getFields().stream()
                        .filter(field -> !ALLOWED_FIELDS.contains(field.getName()))
                        .anyMatch(field -> isFloating(field.getType()))
                || type.getCodeUnits().stream()
                        .filter(unit -> !isAllowed(type, unit))
                        .anyMatch(FloatingPoint::isIn);
    }

    /// A record that has such a component takes it in its constructor and gives it back.
    private static boolean isAllowed(JavaClass type, JavaCodeUnit unit) {
        var hasAllowedField = type.getFields().stream().anyMatch(field -> ALLOWED_FIELDS.contains(field.getName()));
        return hasAllowedField && (unit.isConstructor() || ALLOWED_FIELDS.contains(unit.getName()));
    }

    private static boolean isIn(JavaCodeUnit unit) {
        return Stream.concat(unit.getParameterTypes().stream(), Stream.of(unit.getReturnType()))
                .anyMatch(FloatingPoint::isFloating);
    }

    private static boolean isFloating(JavaType type) {
        return type.getAllInvolvedRawTypes().stream()
                .map(JavaClass::getBaseComponentType)
                .anyMatch(raw -> TYPES.contains(raw.getName()));
    }
}
