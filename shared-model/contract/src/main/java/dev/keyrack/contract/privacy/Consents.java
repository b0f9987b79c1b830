package dev.keyrack.contract.privacy;

import java.util.List;

/// What an account accepted, the oldest first.
///
/// @param currentVersion the version of the terms and the privacy notice that is in force
public record Consents(String currentVersion, List<Consent> accepted) {}
