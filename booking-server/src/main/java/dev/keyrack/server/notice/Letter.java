package dev.keyrack.server.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A mail about an account. What it said is forgotten once it is sent.
///
/// @param name of whom it greets
/// @param language `en` or `de`
/// @param code that only this mailbox may know; null where there is none
/// @param at when it was written
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Letter(
        Subject subject,
        String to,
        String name,
        String language,
        @Nullable String code,
        Instant at) {

    static final String KIND = "LETTER";

    /// What it is about.
    public enum Subject {
        CONFIRM_ADDRESS,
        RESET_PASSWORD,
        PASSWORD_CHANGED,
        INVITATION,
        SECOND_FACTOR_CHANGED
    }
}
