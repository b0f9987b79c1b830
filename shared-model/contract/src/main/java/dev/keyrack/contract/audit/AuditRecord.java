package dev.keyrack.contract.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One entry of the audit record.
///
/// @param seq its number; a later entry has a higher one
/// @param actorName who did it: a name of staff, a guest's or a device's, or empty for the system and for nobody known
/// @param action feature and past participle, such as `booking.cancelled`
/// @param subjectId the record it was done to
/// @param detail what it came to, such as a status or an amount
/// @param before what was changed as it was before, as JSON; null where nothing was changed
/// @param after the same as it was afterwards
/// @param times how often, for what was written down together
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditRecord(
        long seq,
        Instant at,
        UserId actorId,
        String actorName,
        String action,
        String subjectId,
        @Nullable SiteId siteId,
        String detail,
        @Nullable String before,
        @Nullable String after,
        int times) {}
