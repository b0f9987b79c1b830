package dev.keyrack.server.replay;

/// The replay cannot go on; the message tells an operator why.
public final class ReplayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReplayException(String message) {
        super(message);
    }
}
