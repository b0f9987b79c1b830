package dev.keyrack.server.catalog;

import dev.keyrack.contract.catalog.CreateResource;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.ResourceRates;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.contract.catalog.UnitTerms;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Answers;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.IdempotencyKey;
import dev.keyrack.server.http.IfMatch;
import dev.keyrack.server.media.MediaService;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/// Resources, their rates, rules and units over HTTP.
@Path("/api/v1/resources")
@Produces(MediaType.APPLICATION_JSON)
public final class ResourcesEndpoint {

    private final CatalogService catalog;

    public ResourcesEndpoint(CatalogService catalog) {
        this.catalog = catalog;
    }

    private static Response tagged(Resource resource) {
        return Response.ok(resource)
                .header("ETag", resource.revision().toEntityTag())
                .build();
    }

    @GET
    @Path("/{id}")
    @Allowed(Action.READ_CATALOG)
    @Answers(Resource.class)
    public Response get(@PathParam("id") ResourceId id) {
        return tagged(catalog.getResource(id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Action.CREATE_RESOURCE)
    @Answers(value = Resource.class, status = 201)
    public Response create(CreateResource request, @Context ContainerRequestContext context) {
        return catalog.createResource(Caller.of(context), request, IdempotencyKey.of(context))
                .toResponse();
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Action.CHANGE_RESOURCE)
    @Answers(Resource.class)
    public Response change(
            @PathParam("id") ResourceId id, ResourceTerms terms, @Context ContainerRequestContext context) {
        return tagged(catalog.changeTerms(Caller.of(context), id, IfMatch.require(context), terms));
    }

    @PUT
    @Path("/{id}/rates")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Action.CHANGE_RATES)
    @Answers(Resource.class)
    public Response changeRates(
            @PathParam("id") ResourceId id, ResourceRates rates, @Context ContainerRequestContext context) {
        return tagged(catalog.changeRates(Caller.of(context), id, IfMatch.require(context), rates));
    }

    @POST
    @Path("/{id}/close")
    @Allowed(Action.CHANGE_RESOURCE)
    @Answers(Resource.class)
    public Response close(@PathParam("id") ResourceId id, @Context ContainerRequestContext context) {
        return tagged(catalog.changeState(Caller.of(context), id, IfMatch.require(context), Resource.State.CLOSED));
    }

    @POST
    @Path("/{id}/open")
    @Allowed(Action.CHANGE_RESOURCE)
    @Answers(Resource.class)
    public Response open(@PathParam("id") ResourceId id, @Context ContainerRequestContext context) {
        return tagged(catalog.changeState(Caller.of(context), id, IfMatch.require(context), Resource.State.OPEN));
    }

    /// Adds a picture after those that are there.
    @POST
    @Path("/{id}/images")
    @Consumes({"image/png", "image/jpeg"})
    @Allowed(Action.CHANGE_RESOURCE)
    @Answers(Resource.class)
    public Response addImage(@PathParam("id") ResourceId id, byte[] picture, @Context ContainerRequestContext context) {
        return tagged(catalog.addImage(Caller.of(context), id, picture));
    }

    @DELETE
    @Path("/{id}/images/{name}")
    @Allowed(Action.CHANGE_RESOURCE)
    @Answers(Resource.class)
    public Response removeImage(
            @PathParam("id") ResourceId id, @PathParam("name") String name, @Context ContainerRequestContext context) {
        return tagged(catalog.removeImage(Caller.of(context), id, MediaService.pathOf(name)));
    }

    @GET
    @Path("/{id}/units")
    @Allowed(Action.READ_UNITS)
    public List<Unit> listUnits(@PathParam("id") ResourceId id, @Context ContainerRequestContext context) {
        return catalog.listUnits(Caller.of(context), id);
    }

    @POST
    @Path("/{id}/units")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Action.CHANGE_UNITS)
    @Answers(value = Unit.class, status = 201)
    public Response createUnit(
            @PathParam("id") ResourceId id, UnitTerms terms, @Context ContainerRequestContext context) {
        return catalog.createUnit(Caller.of(context), id, terms, IdempotencyKey.of(context))
                .toResponse();
    }
}
