package dev.keyrack.server.payment;

/// The gateway gave no answer in time: what was asked may or may not have been done.
public final class GatewayTimeoutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GatewayTimeoutException(String message) {
        super(message, null, false, false);
    }
}
