package dev.keyrack.server.persistence;

import org.jspecify.annotations.Nullable;

/// The database could not do its work.
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
