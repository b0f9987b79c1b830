package dev.keyrack.server.access;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.partner.KeyScope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The matrix of role by action by scope. It is read from the table in `permissions.md` when the program starts; a
/// table with a hole in it stops the start.
public final class Permissions {

    private static final String NOBODY = "no token";
    private static final Pattern CELL = Pattern.compile("(?<scope>[a-z]+|-)(?: \\((?<key>[a-z]+)\\))?");
    private static final String PAGE = read();
    private static final Map<Action, Map<Optional<Role>, Scope>> MATRIX = parse(PAGE);
    private static final Map<Action, KeyScope> KEYS = parseKeys(PAGE);

    private Permissions() {}

    /// How far somebody may do something.
    ///
    /// @param role null for a request without a token
    public static Scope scope(@Nullable Role role, Action action) {
        return require(require(MATRIX, action), Optional.ofNullable(role));
    }

    /// The scope without which a partner's key may not do something; empty if it needs none.
    public static Optional<KeyScope> keyScope(Action action) {
        return Optional.ofNullable(KEYS.get(action));
    }

    private static String read() {
        try (InputStream in = Permissions.class.getResourceAsStream("/permissions.md")) {
            if (in == null) {
                throw new IllegalStateException("permissions.md is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws IllegalStateException unless each action has one row, and each role a column
    static Map<Action, Map<Optional<Role>, Scope>> parse(String page) {
        List<List<String>> table = table(page);
        Map<Action, Map<Optional<Role>, Scope>> matrix = new EnumMap<>(Action.class);
        List<String> head = table.isEmpty() ? List.of() : table.getFirst();
        table.stream().skip(1).forEach(row -> {
            if (matrix.put(constant(Action.class, row.getFirst()), scopes(head, row)) != null) {
                throw new IllegalStateException("permissions.md has two rows for " + row.getFirst());
            }
        });
        Arrays.stream(Action.values()).forEach(action -> require(matrix, action));
        return matrix;
    }

    /// @throws IllegalStateException if a word in brackets is no scope of keys
    static Map<Action, KeyScope> parseKeys(String page) {
        Map<Action, KeyScope> keys = new EnumMap<>(Action.class);
        table(page).stream()
                .skip(1)
                .forEach(row -> row.stream()
                        .map(CELL::matcher)
                        .filter(cell -> cell.matches() && cell.group("key") != null)
                        .forEach(cell -> keys.put(
                                constant(Action.class, row.getFirst()), constant(KeyScope.class, cell.group("key")))));
        return keys;
    }

    private static List<List<String>> table(String page) {
        return page.lines()
                .filter(line -> line.startsWith("|") && !line.startsWith("|-"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private static Map<Optional<Role>, Scope> scopes(List<String> head, List<String> row) {
        int roles = Role.values().length;
        if (head.size() < roles + 2 || row.size() != head.size()) {
            throw new IllegalStateException("permissions.md: " + row.getFirst() + " has not as many cells as the head");
        }
        Map<Optional<Role>, Scope> scopes = new HashMap<>();
        for (int column = 1; column <= roles + 1; column++) {
            String name = head.get(column);
            Optional<Role> role = name.equals(NOBODY) ? Optional.empty() : Optional.of(constant(Role.class, name));
            String scope = row.get(column).replaceFirst(" \\([a-z]+\\)$", "");
            scopes.put(role, scope.equals("-") ? Scope.NONE : constant(Scope.class, scope));
        }
        require(scopes, Optional.empty());
        Arrays.stream(Role.values()).forEach(role -> require(scopes, Optional.of(role)));
        return Map.copyOf(scopes);
    }

    private static <T extends Enum<T>> T constant(Class<T> type, String words) {
        try {
            return Enum.valueOf(type, words.replace(' ', '_').toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("permissions.md: " + words + " is no " + type.getSimpleName(), e);
        }
    }

    private static <K, V> V require(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("permissions.md says nothing about " + key);
        }
        return value;
    }
}
