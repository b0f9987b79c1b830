package dev.keyrack.server.inventory;

import dev.keyrack.contract.availability.Availability;
import dev.keyrack.contract.availability.CheckAvailability;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Allowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// Availability checks over HTTP.
@Path("/api/v1/availability")
@Produces(MediaType.APPLICATION_JSON)
public final class AvailabilityEndpoint {

    private final AvailabilityService availability;

    public AvailabilityEndpoint(AvailabilityService availability) {
        this.availability = availability;
    }

    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Action.READ_AVAILABILITY)
    public Availability check(CheckAvailability request) {
        return availability.check(request);
    }
}
