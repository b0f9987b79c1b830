package dev.keyrack.desktop.admin.device;

import dev.keyrack.contract.device.Device;
import dev.keyrack.contract.device.DeviceStatus;

/// A kiosk, in words.
record DeviceRow(Device device, String name, String state, String contact) {

    /// Whether it may sign in, and somebody typed its code.
    boolean works() {
        return device.status() == DeviceStatus.IN_SERVICE && device.enrolledAt() != null;
    }
}
