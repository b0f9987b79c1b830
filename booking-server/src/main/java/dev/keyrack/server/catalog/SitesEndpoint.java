package dev.keyrack.server.catalog;

import dev.keyrack.contract.catalog.Site;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Answers;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.IdempotencyKey;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/// Sites over HTTP.
@Path("/api/v1/sites")
@Produces(MediaType.APPLICATION_JSON)
public final class SitesEndpoint {

    private final CatalogService catalog;

    public SitesEndpoint(CatalogService catalog) {
        this.catalog = catalog;
    }

    @GET
    @Allowed(Action.READ_CATALOG)
    public List<Site> list() {
        return catalog.listSites();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Action.CREATE_SITE)
    @Answers(value = Site.class, status = 201)
    public Response create(Site site, @Context ContainerRequestContext context) {
        return catalog.createSite(Caller.of(context), site, IdempotencyKey.of(context))
                .toResponse();
    }
}
