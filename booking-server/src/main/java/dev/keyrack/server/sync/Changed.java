package dev.keyrack.server.sync;

/// A record that changed, as the feed tells it.
///
/// @param type kind of record: `site`, `resource`, `unit`, `cell`, `booking`
/// @param version rises with every change of the record
/// @param body the record itself, written as JSON
public record Changed(String type, String id, long version, Object body) {}
