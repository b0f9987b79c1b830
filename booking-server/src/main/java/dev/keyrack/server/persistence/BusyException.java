package dev.keyrack.server.persistence;

/// Too much waits to be written: nothing was changed, ask again soon.
public final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BusyException() {
        super("Too many requests wait to be written.");
    }
}
