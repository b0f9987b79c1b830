package dev.keyrack.contract.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The optimistic version of a mutable record: 1 when created, one more with every change. The `ETag` on the wire.
public record Revision(@JsonValue long number) {

    public static final Revision FIRST = new Revision(1);

    /// @throws IllegalArgumentException if the number is below 1
    @JsonCreator
    public Revision {
        if (number < 1) {
            throw new IllegalArgumentException("expected a revision of 1 or more");
        }
    }

    public Revision next() {
        return new Revision(number + 1);
    }

    /// A strong entity tag, with its quotes (RFC 9110, section 8.8.3).
    public String toEntityTag() {
        return "\"" + number + "\"";
    }

    /// @throws IllegalArgumentException if the text is not a strong entity tag of ours
    public static Revision ofEntityTag(String tag) {
        if (!tag.matches("\"[0-9]{1,18}\"")) {
            throw new IllegalArgumentException("expected an entity tag such as \"3\"");
        }
        return new Revision(Long.parseLong(tag.substring(1, tag.length() - 1)));
    }
}
