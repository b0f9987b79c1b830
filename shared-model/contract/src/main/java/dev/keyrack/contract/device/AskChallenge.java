package dev.keyrack.contract.device;

import dev.keyrack.contract.value.UserId;

/// Asks for something to sign.
public record AskChallenge(UserId userId) {}
