package dev.keyrack.contract.device;

import dev.keyrack.contract.value.SiteId;

/// Makes a kiosk known that has no key yet.
///
/// @param name what staff call it, 1 to 60 characters
public record NewDevice(String name, SiteId siteId) {

    /// @throws IllegalArgumentException if the name is blank or too long
    public NewDevice {
        requireName(name);
    }

    static void requireName(String name) {
        if (name.isBlank() || name.length() > 60) {
            throw new IllegalArgumentException("expected a name of 1 to 60 characters");
        }
    }
}
