package dev.keyrack.contract.catalog;

/// Names a unit and says whether it can be given to guests: sent to create and to change it.
public record UnitTerms(String name, boolean open) {

    /// @throws IllegalArgumentException if the name is blank or too long
    public UnitTerms {
        if (name.isBlank() || name.length() > 60) {
            throw new IllegalArgumentException("expected a name of 1 to 60 characters");
        }
    }
}
