package dev.keyrack.contract.identity;

/// A code that is good once.
public record OneTimeCode(String code) {

    /// Does not show the code.
    @Override
    public String toString() {
        return "OneTimeCode[]";
    }
}
