package dev.keyrack.server.catalog;

import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.contract.catalog.UnitTerms;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Answers;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.IfMatch;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// Units over HTTP.
@Path("/api/v1/units/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class UnitsEndpoint {

    private final CatalogService catalog;

    public UnitsEndpoint(CatalogService catalog) {
        this.catalog = catalog;
    }

    private static Response tagged(Unit unit) {
        return Response.ok(unit).header("ETag", unit.revision().toEntityTag()).build();
    }

    @GET
    @Allowed(Action.READ_UNITS)
    @Answers(Unit.class)
    public Response get(@PathParam("id") UnitId id, @Context ContainerRequestContext context) {
        return tagged(catalog.getUnit(Caller.of(context), id));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Action.CHANGE_UNITS)
    @Answers(Unit.class)
    public Response change(@PathParam("id") UnitId id, UnitTerms terms, @Context ContainerRequestContext context) {
        return tagged(catalog.changeUnit(Caller.of(context), id, IfMatch.require(context), terms));
    }
}
