package dev.keyrack.contract.device;

/// Renames a device, takes it out of service, or puts it back.
///
/// @param name what staff call it, 1 to 60 characters
public record ChangeDevice(String name, DeviceStatus status) {

    /// @throws IllegalArgumentException if the name is blank or too long
    public ChangeDevice {
        NewDevice.requireName(name);
    }
}
