package dev.keyrack.server.persistence;

/// What an acknowledged write survives.
public enum Durability {
    /// A kill and a power cut: each write is on the disk before it is acknowledged.
    DISK(";WRITE_DELAY=0"),
    /// Nothing: H2 keeps in memory what it can. Only rigs use it, to be quick, or to show that they can see loss.
    NONE(";WRITE_DELAY=3600000");

    private final String urlSuffix;

    Durability(String urlSuffix) {
        this.urlSuffix = urlSuffix;
    }

    String urlSuffix() {
        return urlSuffix;
    }
}
