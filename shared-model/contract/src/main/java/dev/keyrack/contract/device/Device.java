package dev.keyrack.contract.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A kiosk of a site.
///
/// @param userId the account that it acts as
/// @param name what staff call it
/// @param enrolledAt since when its present key is known; null while its code was not used yet
/// @param lastContactAt when it renewed its session last, exact to some minutes; null if it never signed in
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Device(
        UserId userId,
        String name,
        SiteId siteId,
        DeviceStatus status,
        @Nullable Instant enrolledAt,
        @Nullable Instant lastContactAt) {}
