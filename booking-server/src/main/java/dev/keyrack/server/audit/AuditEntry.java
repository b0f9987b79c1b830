package dev.keyrack.server.audit;

import dev.keyrack.contract.value.UserId;
import java.time.Instant;

/// One row of the record.
///
/// @param seq its number in the chain, without a gap
/// @param at to the microsecond
public record AuditEntry(long seq, Instant at, UserId actor, Act act) {}
