package dev.keyrack.contract.audit;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.keyrack.contract.value.SiteId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something in the audit record that looks like an attack, or like a mistake that costs as much.
///
/// @param seq its number; a later alert has a higher one
/// @param subjectId who did it, or to whom it was done
/// @param siteId the site that it concerns; null for all of the provider
/// @param count how many acts made it stand out
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Alert(
        long seq,
        Instant at,
        Kind kind,
        String subjectId,
        @Nullable SiteId siteId,
        int count) {

    /// What it looks like.
    public enum Kind {
        /// Many sign-ins with wrong passwords.
        @JsonProperty("stuffing")
        STUFFING,
        /// Somebody asks for what is not theirs, or looks at far more than work needs.
        @JsonProperty("scraping")
        SCRAPING,
        /// One person cancels many bookings.
        @JsonProperty("mass_cancellation")
        MASS_CANCELLATION,
        /// One person gives back more money, or more often, than a day brings.
        @JsonProperty("odd_refunds")
        ODD_REFUNDS,
        /// The audit record itself does not fit the head that was kept of it.
        @JsonProperty("broken_record")
        BROKEN_RECORD,
        /// One that this program does not know.
        @JsonProperty("unknown")
        @JsonEnumDefaultValue
        UNKNOWN
    }
}
