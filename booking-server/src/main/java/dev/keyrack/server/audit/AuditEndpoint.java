package dev.keyrack.server.audit;

import dev.keyrack.contract.audit.AuditPage;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Answers;
import dev.keyrack.server.http.Caller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/// The audit record over HTTP. Parameters, all of them optional: `from` and `to` (times), `actor`, `action` (whole, or
/// what stands before its dot), `subject`, `site`, `before` (the `next` of the page before) and `limit`.
@Path("/api/v1")
public final class AuditEndpoint {

    private final AuditService audit;

    public AuditEndpoint(AuditService audit) {
        this.audit = audit;
    }

    @GET
    @Path("/audit")
    @Produces(MediaType.APPLICATION_JSON)
    @Allowed(Action.READ_AUDIT)
    public AuditPage list(@Context UriInfo uri, @Context ContainerRequestContext context) {
        return audit.list(Caller.of(context), AuditCriteria.of(uri.getQueryParameters()));
    }

    /// The same for a spreadsheet.
    @GET
    @Path("/audit.csv")
    @Produces("text/csv; charset=utf-8")
    @Allowed(Action.READ_AUDIT)
    @Answers(byte[].class)
    public Response export(@Context UriInfo uri, @Context ContainerRequestContext context) {
        return Response.ok(audit.export(Caller.of(context), AuditCriteria.of(uri.getQueryParameters())))
                .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
                .build();
    }
}
