package dev.keyrack.server.inventory;

import dev.keyrack.contract.availability.Occurrence;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.server.catalog.CatalogService;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// The performances of an event, planned by its provider.
@Path("/api/v1/resources/{id}/occurrences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PerformancesEndpoint {

    private final InventoryWriter writer;
    private final CatalogService catalog;
    private final InventoryService inventory;

    public PerformancesEndpoint(InventoryWriter writer, CatalogService catalog, InventoryService inventory) {
        this.writer = writer;
        this.catalog = catalog;
        this.inventory = inventory;
    }

    /// Plans a performance, or changes the end and capacity of the one that starts then.
    @PUT
    @Allowed({Role.MANAGER, Role.PROVIDER_ADMIN})
    public Occurrence put(
            @PathParam("id") ResourceId id, Occurrence occurrence, @Context ContainerRequestContext context) {
        return writer.submit(id, tx -> {
            Resource resource = catalog.getResource(tx, id);
            if (!Caller.of(context).worksAt(resource.site().id())) {
                throw new ProblemException(ProblemType.UNKNOWN_RESOURCE, "There is no such resource.");
            }
            if (resource.grain() != Grain.OCCURRENCE) {
                throw new ProblemException(ProblemType.OFF_STEP, "This resource is not sold by performances.");
            }
            inventory.plan(
                    tx,
                    resource,
                    new CellStore.Performance(
                            LocalDateTime.ofInstant(occurrence.start(), ZoneOffset.UTC),
                            LocalDateTime.ofInstant(occurrence.end(), ZoneOffset.UTC),
                            occurrence.capacity()));
            return occurrence;
        });
    }
}
