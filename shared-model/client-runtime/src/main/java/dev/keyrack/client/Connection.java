package dev.keyrack.client;

/// What is known about the way to the server.
public enum Connection {
    /// No answer has been awaited to its end yet.
    CONNECTING,
    ONLINE,
    OFFLINE
}
