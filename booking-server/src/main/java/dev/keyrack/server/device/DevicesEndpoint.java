package dev.keyrack.server.device;

import dev.keyrack.contract.device.AskChallenge;
import dev.keyrack.contract.device.ChangeDevice;
import dev.keyrack.contract.device.Device;
import dev.keyrack.contract.device.DeviceChallenge;
import dev.keyrack.contract.device.DeviceSignIn;
import dev.keyrack.contract.device.EnrolDevice;
import dev.keyrack.contract.device.EnrolmentCode;
import dev.keyrack.contract.device.NewDevice;
import dev.keyrack.contract.identity.AccessToken;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.gate.Limited;
import dev.keyrack.server.gate.Tier;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Answers;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.session.SessionService;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/// The kiosks of the sites, over HTTP.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DevicesEndpoint {

    private final DeviceService devices;

    public DevicesEndpoint(DeviceService devices) {
        this.devices = devices;
    }

    @GET
    @Path("/devices")
    @Allowed(Action.READ_DEVICES)
    public List<Device> list(@Context ContainerRequestContext context) {
        return devices.list(Caller.of(context));
    }

    /// Makes a kiosk known, and a code to be typed at it.
    @POST
    @Path("/devices")
    @Allowed(Action.CHANGE_DEVICES)
    @Caller.Recent
    @Answers(value = EnrolmentCode.class, status = 201)
    public Response create(NewDevice wanted, @Context ContainerRequestContext context) {
        return created(devices.create(Caller.of(context), wanted));
    }

    private static Response created(Object made) {
        return Response.status(Response.Status.CREATED).entity(made).build();
    }

    /// Makes another code, for a kiosk that is set up anew.
    @POST
    @Path("/devices/{userId}/code")
    @Allowed(Action.CHANGE_DEVICES)
    @Caller.Recent
    @Answers(value = EnrolmentCode.class, status = 201)
    public Response renewCode(@PathParam("userId") UserId device, @Context ContainerRequestContext context) {
        return created(devices.renewCode(Caller.of(context), device));
    }

    @PUT
    @Path("/devices/{userId}")
    @Allowed(Action.CHANGE_DEVICES)
    @Caller.Recent
    public Device change(
            @PathParam("userId") UserId device, ChangeDevice wanted, @Context ContainerRequestContext context) {
        return devices.change(Caller.of(context), device, wanted);
    }

    /// Takes the key of a kiosk at which somebody typed its code.
    @POST
    @Path("/enrolments")
    @Allowed(Action.ENROL_DEVICE)
    @Limited(Tier.SIGN_IN)
    public Device enrol(EnrolDevice request) {
        return devices.enrol(request);
    }

    @POST
    @Path("/device-challenges")
    @Allowed(Action.SIGN_IN_DEVICE)
    @Limited(Tier.SIGN_IN)
    public DeviceChallenge challenge(AskChallenge request) {
        return devices.challenge(request.userId());
    }

    @POST
    @Path("/device-sessions")
    @Allowed(Action.SIGN_IN_DEVICE)
    @Limited(Tier.SIGN_IN)
    public AccessToken signIn(DeviceSignIn request, @Context HttpHeaders headers) {
        String client = headers.getHeaderString(HttpHeaders.USER_AGENT);
        return devices.signIn(request, new SessionService.Place(client == null ? "" : client, null));
    }
}
