package dev.keyrack.contract.identity;

import java.time.Instant;

/// A sign-in that still stands.
///
/// @param client what the program called itself
/// @param lastUsedAt when it was renewed last; exact to some minutes
/// @param current whether it is the one that asks
public record ActiveSession(
        SessionId sessionId, String client, Instant createdAt, Instant lastUsedAt, boolean current) {}
