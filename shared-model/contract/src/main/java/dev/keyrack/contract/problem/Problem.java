package dev.keyrack.contract.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A refusal (RFC 9457).
///
/// @param field where a malformed body went wrong, such as `userDetails.email`
/// @param reference names an unexpected failure in the server's log
/// @param alternatives the nearest periods or resources that are free, when sold out
/// @param current the record as it is now, when a revision was stale
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        ProblemType type,
        String title,
        int status,
        String detail,
        @Nullable String field,
        @Nullable String reference,
        @Nullable List<Alternative> alternatives,
        @Nullable Object current) {

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, type.title(), type.status(), detail, null, null, null, null);
    }

    public Problem atField(String name) {
        return new Problem(type, title, status, detail, name, reference, alternatives, current);
    }

    public Problem withReference(String id) {
        return new Problem(type, title, status, detail, field, id, alternatives, current);
    }

    public Problem withAlternatives(List<Alternative> offers) {
        return new Problem(type, title, status, detail, field, reference, offers, current);
    }

    public Problem withCurrent(Object record) {
        return new Problem(type, title, status, detail, field, reference, alternatives, record);
    }
}
