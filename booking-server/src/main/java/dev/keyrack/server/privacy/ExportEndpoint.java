package dev.keyrack.server.privacy;

import dev.keyrack.contract.privacy.AccountExport;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.gate.Limited;
import dev.keyrack.server.gate.Tier;
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

/// All that is kept of oneself, over HTTP: for programs, and as a document to read.
@Path("/api/v1")
public final class ExportEndpoint {

    private final ExportService exports;
    private final ExportDocument document;

    public ExportEndpoint(ExportService exports, ExportDocument document) {
        this.exports = exports;
        this.document = document;
    }

    @GET
    @Path("/users/me/export")
    @Produces(MediaType.APPLICATION_JSON)
    @Limited(Tier.SIGN_IN)
    @Allowed(Action.EXPORT_ACCOUNT)
    @Caller.Recent
    public AccountExport export(@Context ContainerRequestContext context) {
        return exports.export(Caller.of(context));
    }

    /// The same in the account's language.
    @GET
    @Path("/users/me/export.pdf")
    @Produces({"application/pdf", MediaType.APPLICATION_JSON})
    @Limited(Tier.SIGN_IN)
    @Allowed(Action.EXPORT_ACCOUNT)
    @Caller.Recent
    @Answers(byte[].class)
    public Response print(@Context ContainerRequestContext context) {
        return Response.ok(document.render(exports.export(Caller.of(context))), "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"keyrack.pdf\"")
                .build();
    }
}
