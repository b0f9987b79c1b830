package dev.keyrack.desktop.admin.rates;

/// A rate or a rule of a resource, in words.
///
/// @param rule the rate or rule itself
record RuleRow(Object rule, String days, String effect) {}
