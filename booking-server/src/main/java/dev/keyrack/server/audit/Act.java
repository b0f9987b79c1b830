package dev.keyrack.server.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.server.persistence.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was done, to be written down; without personal data. A text that is too long is cut, so that nothing fails for
/// its own record.
///
/// @param action feature and past participle, such as `booking.cancelled`
/// @param subjectId the record it was done to
/// @param siteId the site of that record, or null if it belongs to none
/// @param detail what it came to, such as a status or an amount
/// @param before what was changed as it was before, as JSON; null where nothing was changed
/// @param after the same as it was afterwards
/// @param times how often, for what is written down together
public record Act(
        String action,
        String subjectId,
        @Nullable SiteId siteId,
        String detail,
        @Nullable String before,
        @Nullable String after,
        int times) {

    private static final int LONGEST_ACTION = 60;
    private static final int LONGEST_SUBJECT = 120;
    private static final int LONGEST = 4_000;

    public Act {
        action = cut(action, LONGEST_ACTION);
        subjectId = cut(subjectId, LONGEST_SUBJECT);
        detail = cut(detail, LONGEST);
        before = before == null ? null : cut(before, LONGEST);
        after = after == null ? null : cut(after, LONGEST);
    }

    public static Act of(String action, String subjectId, String detail) {
        return new Act(action, subjectId, null, detail, null, null, 1);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        // never through the middle of a character
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    public Act at(@Nullable SiteId site) {
        return new Act(action, subjectId, site, detail, before, after, times);
    }

    Act times(int number) {
        return new Act(action, subjectId, siteId, detail, before, after, number);
    }

    /// The same with what of a record was changed: of two states, only the fields that differ are kept.
    ///
    /// @param old null for a record that was not there
    /// @param now null for a record that is gone
    public Act changed(@Nullable Object old, @Nullable Object now) {
        JsonNode from = Json.MAPPER.valueToTree(old);
        JsonNode to = Json.MAPPER.valueToTree(now);
        keepDifference(from, to);
        return new Act(
                action,
                subjectId,
                siteId,
                detail,
                old == null ? null : from.toString(),
                now == null ? null : to.toString(),
                times);
    }

    private static void keepDifference(JsonNode from, JsonNode to) {
        if (!(from instanceof ObjectNode old) || !(to instanceof ObjectNode now)) {
            return;
        }
        List<String> names = new ArrayList<>();
        old.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (old.get(name).equals(now.get(name))) {
                old.remove(name);
                now.remove(name);
            } else if (now.has(name)) {
                keepDifference(old.get(name), now.get(name));
            }
        }
    }
}
