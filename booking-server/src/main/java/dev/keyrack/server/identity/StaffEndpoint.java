package dev.keyrack.server.identity;

import dev.keyrack.contract.staff.ChangeStaff;
import dev.keyrack.contract.staff.InviteStaff;
import dev.keyrack.contract.staff.StaffMember;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Answers;
import dev.keyrack.server.http.Caller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/// Who works for the provider, over HTTP.
@Path("/api/v1/staff")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class StaffEndpoint {

    private final StaffService staff;

    public StaffEndpoint(StaffService staff) {
        this.staff = staff;
    }

    @GET
    @Allowed(Action.READ_STAFF)
    public List<StaffMember> list(@Context ContainerRequestContext context) {
        return staff.list(Caller.of(context));
    }

    /// Invites somebody by mail.
    @POST
    @Allowed(Action.CHANGE_STAFF)
    @Caller.Recent
    @Answers(value = StaffMember.class, status = 201)
    public Response invite(InviteStaff wanted, @Context ContainerRequestContext context) {
        return Response.status(Response.Status.CREATED)
                .entity(staff.invite(Caller.of(context), wanted))
                .build();
    }

    @PUT
    @Path("/{userId}")
    @Allowed(Action.CHANGE_STAFF)
    @Caller.Recent
    public StaffMember change(
            @PathParam("userId") UserId user, ChangeStaff wanted, @Context ContainerRequestContext context) {
        return staff.change(Caller.of(context), user, wanted);
    }
}
