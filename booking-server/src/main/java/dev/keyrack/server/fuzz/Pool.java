package dev.keyrack.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/// What answers told: identifiers by their prefix, cursors, codes and names. Later requests use it.
final class Pool {

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z]{3}_[0-9a-z]{1,40}");
    private static final int MOST = 60;

    private final Random random;
    private final Map<String, List<String>> kept = new HashMap<>();
    private final Map<String, Long> revisions = new HashMap<>();

    Pool(Random random) {
        this.random = random;
    }

    /// Takes whatever later requests could name.
    void learn(JsonNode answer) {
        if (answer.isArray()) {
            answer.forEach(this::learn);
        }
        for (Map.Entry<String, JsonNode> field : answer.properties()) {
            String text = field.getValue().asText();
            if (IDENTIFIER.matcher(text).matches()) {
                keep(text.substring(0, 3), text);
                if (answer.path("revision").isNumber()) {
                    revisions.put(text, answer.path("revision").asLong());
                }
            } else if (field.getValue().isTextual() && isNamed(field.getKey())) {
                keep(field.getKey(), text);
            }
            learn(field.getValue());
        }
    }

    private static boolean isNamed(String field) {
        return field.equals("cursor")
                || field.equals("next")
                || field.equals("nextPage")
                || field.equals("confirmationCode")
                || field.equals("lastName");
    }

    private void keep(String kind, String value) {
        List<String> values = kept.computeIfAbsent(kind, absent -> new ArrayList<>());
        if (values.size() < MOST) {
            values.add(value);
        } else {
            values.set(random.nextInt(MOST), value);
        }
    }

    /// One of a kind, such as `bkg`; what is not there if none is known.
    String any(String kind) {
        List<String> values = kept.getOrDefault(kind, List.of());
        return values.isEmpty() ? kind + "_0" : values.get(random.nextInt(values.size()));
    }

    long revision(String id) {
        return revisions.getOrDefault(id, 1L);
    }
}
