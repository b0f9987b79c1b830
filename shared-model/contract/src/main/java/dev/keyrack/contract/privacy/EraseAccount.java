package dev.keyrack.contract.privacy;

/// Has one's own account erased, for good.
///
/// @param name what one signs in with, typed once more so that nobody does it by mistake
public record EraseAccount(String name) {

    /// Does not show the name.
    @Override
    public String toString() {
        return "EraseAccount[]";
    }
}
