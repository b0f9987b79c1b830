package dev.keyrack.contract.identity;

/// Makes the first administrator of a new site.
///
/// @param code what the server printed when it was started
public record SetUp(String code, Registration administrator) {

    /// Does not show the code.
    @Override
    public String toString() {
        return "SetUp[]";
    }
}
