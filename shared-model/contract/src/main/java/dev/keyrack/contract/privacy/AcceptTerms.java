package dev.keyrack.contract.privacy;

/// Accepts the terms and the privacy notice.
///
/// @param version the one in force, as the pages name it
public record AcceptTerms(String version) {}
