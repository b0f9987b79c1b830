package dev.keyrack.contract.booking;

/// What the payment service or terminal gave for a card: a token, never a card number.
public record PaymentDetails(String token) {

    /// @throws IllegalArgumentException if it is not of a token's form
    public PaymentDetails {
        if (!token.matches("[A-Za-z0-9_.:-]{4,200}")) {
            throw new IllegalArgumentException("expected a token of 4 to 200 letters, digits, _ . : or -");
        }
    }

    /// Does not show the token, so that it cannot end in a log.
    @Override
    public String toString() {
        return "PaymentDetails[token=...]";
    }
}
