package dev.keyrack.client;

/// What is known about the way to the server.
public enum Connection {
    /// No answer has been awaited to its end yet.
    CONNECTING,
    ONLINE,
    OFFLINE,
    /// Somebody answers who is not the server that is known here: nothing is sent to him.
    UNTRUSTED;

    /// Whether the server cannot be asked.
    public boolean isDown() {
        return this == OFFLINE || this == UNTRUSTED;
    }
}
