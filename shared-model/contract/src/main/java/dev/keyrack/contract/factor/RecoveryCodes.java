package dev.keyrack.contract.factor;

import java.util.List;

/// Codes for the day when the second factor is lost, each good once; shown once.
public record RecoveryCodes(List<String> codes) {

    /// Does not show the codes.
    @Override
    public String toString() {
        return "RecoveryCodes[]";
    }
}
