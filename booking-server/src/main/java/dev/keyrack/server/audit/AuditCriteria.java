package dev.keyrack.server.audit;

import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.http.ProblemException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which entries somebody wants to see; null for all.
///
/// @param until excluded
/// @param action the whole word, or what stands before its dot
/// @param before only entries of a lower number
record AuditCriteria(
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable UserId actor,
        @Nullable String action,
        @Nullable String subject,
        @Nullable SiteId site,
        @Nullable Long before,
        int limit) {

    static final int USUAL = 100;
    private static final int MOST = 500;

    /// Reads the parameters of a request; one that is not of its form is named in the refusal.
    static AuditCriteria of(Map<String, List<String>> query) {
        Integer limit = find(query, "limit", Integer::valueOf, "a whole number");
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw ProblemException.malformed("limit", "expected 1 to " + MOST);
        }
        return new AuditCriteria(
                find(query, "from", AuditCriteria::toInstant, "a time such as 2025-12-01T09:00:00Z"),
                find(query, "to", AuditCriteria::toInstant, "a time such as 2025-12-01T09:00:00Z"),
                find(query, "actor", UserId::new, "an account"),
                find(query, "action", AuditCriteria::toAction, "an action such as booking.cancelled"),
                find(query, "subject", Function.identity(), "an identifier"),
                find(query, "site", SiteId::new, "a site"),
                find(query, "before", Long::valueOf, "a whole number"),
                limit == null ? USUAL : limit);
    }

    private static <T> @Nullable T find(
            Map<String, List<String>> query, String name, Function<String, T> reader, String expected) {
        String text = query.getOrDefault(name, List.of("")).getFirst();
        if (text.isBlank()) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.malformed(name, "expected " + expected);
        }
    }

    private static Instant toInstant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String toAction(String text) {
        if (!text.matches("[a-z_-]{1,30}(\\.[a-z_-]{1,30})?")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    static AuditCriteria ofActor(UserId actor, int most) {
        return new AuditCriteria(null, null, actor, null, null, null, null, most);
    }

    AuditCriteria at(SiteId only) {
        return new AuditCriteria(from, until, actor, action, subject, only, before, limit);
    }

    AuditCriteria page(@Nullable Long beforeSeq, int most) {
        return new AuditCriteria(from, until, actor, action, subject, site, beforeSeq, most);
    }

    /// Its conditions, joined, and the values for their marks.
    String where(List<Object> values) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        add(conditions, values, "at >= ?", from);
        add(conditions, values, "at < ?", until);
        add(conditions, values, "actor_id = ?", actor);
        if (action != null) {
            boolean whole = action.contains(".");
            add(conditions, values, whole ? "action = ?" : "action like ?", whole ? action : action + ".%");
        }
        add(conditions, values, "subject_id = ?", subject);
        add(conditions, values, "site_id = ?", site);
        add(conditions, values, "seq < ?", before);
        return String.join(" and ", conditions);
    }

    private static void add(List<String> conditions, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }
}
