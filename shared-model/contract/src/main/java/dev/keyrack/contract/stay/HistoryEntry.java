package dev.keyrack.contract.stay;

import java.time.Instant;

/// One thing that happened to a booking.
///
/// @param actorName who did it: a name of staff, a device's, the guest's, or empty for the system itself
/// @param action feature and past participle, such as `booking.cancelled`
/// @param detail what it came to, such as a status or an amount
public record HistoryEntry(Instant at, String actorName, String action, String detail) {}
