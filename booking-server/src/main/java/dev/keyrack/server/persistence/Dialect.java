package dev.keyrack.server.persistence;

/// What the two databases are asked differently.
enum Dialect {
    /// A file of one process.
    H2("h2", "", "CHECKPOINT SYNC"),

    /// A server that several nodes may share. One of them writes at a time; what it commits waits for the disk only at
    /// the gate, behind which the next one writes already.
    POSTGRESQL(
            "postgresql",
            "select set_config('synchronous_commit', 'off', true), pg_advisory_xact_lock(5001)",
            "select pg_logical_emit_message(true, 'keyrack', '')");

    private final String folder;
    private final String lock;
    private final String sync;

    Dialect(String folder, String lock, String sync) {
        this.folder = folder;
        this.lock = lock;
        this.sync = sync;
    }

    static Dialect of(String url) {
        return url.startsWith("jdbc:postgresql:") ? POSTGRESQL : H2;
    }

    /// Where the migrations are that only this database needs.
    String folder() {
        return folder;
    }

    /// Makes this transaction the only one that writes; empty where the process itself sees to that.
    String lock() {
        return lock;
    }

    /// Returns when everything committed before is on the disk.
    String sync() {
        return sync;
    }
}
