package dev.keyrack.contract.identity;

import dev.keyrack.contract.value.UserId;

/// A bearer token (RFC 6750).
///
/// @param tokenType always `Bearer`
/// @param expiresIn seconds from now
public record AccessToken(String accessToken, String tokenType, long expiresIn, UserId userId, Role role) {}
