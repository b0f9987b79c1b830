package dev.keyrack.client.api;

import dev.keyrack.client.api.ServerCalls.Request;
import dev.keyrack.contract.device.ChangeDevice;
import dev.keyrack.contract.device.Device;
import dev.keyrack.contract.device.EnrolDevice;
import dev.keyrack.contract.device.EnrolmentCode;
import dev.keyrack.contract.device.NewDevice;
import dev.keyrack.contract.value.UserId;
import java.util.Arrays;
import java.util.List;

/// The kiosks of the sites.
public final class DeviceApi {

    private final ServerCalls calls;

    DeviceApi(ServerCalls calls) {
        this.calls = calls;
    }

    public ApiOutcome<List<Device>> list() {
        return calls.send(calls.at("devices"), Request.get(), Device[].class).map(Arrays::asList);
    }

    /// Makes a kiosk known, and a code to be typed at it.
    public ApiOutcome<EnrolmentCode> create(NewDevice wanted) {
        return calls.send(calls.at("devices"), Request.post(wanted), EnrolmentCode.class);
    }

    public ApiOutcome<EnrolmentCode> renewCode(UserId device) {
        return calls.send(
                calls.at("devices").path(device.value()).path("code"), Request.post(null), EnrolmentCode.class);
    }

    public ApiOutcome<Device> change(UserId device, ChangeDevice wanted) {
        return calls.send(calls.at("devices").path(device.value()), Request.put(wanted), Device.class);
    }

    /// Makes this program the device whose code it is.
    public ApiOutcome<Device> enrol(EnrolDevice request) {
        return calls.send(calls.at("enrolments"), Request.post(request), Device.class);
    }
}
