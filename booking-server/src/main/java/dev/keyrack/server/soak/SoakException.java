package dev.keyrack.server.soak;

/// Somebody was told what cannot be, or what is there is not what was told; the message says all that is known of it.
public final class SoakException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SoakException(String message) {
        super(message);
    }
}
