package dev.keyrack.contract.privacy;

import java.time.Instant;

/// A version of the terms and the privacy notice that somebody accepted.
public record Consent(String version, Instant acceptedAt) {}
