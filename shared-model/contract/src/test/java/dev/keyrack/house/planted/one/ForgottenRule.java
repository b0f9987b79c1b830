package dev.keyrack.house.planted.one;

/// Planted: a rule that nobody tests.
final class ForgottenRule {}
