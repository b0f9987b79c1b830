package dev.keyrack.server.soak;

/// One cell, or one unit at one grain.
///
/// @param owner the resource or unit
/// @param grain where it starts: a date, or an instant
record Place(String owner, String grain) {}
