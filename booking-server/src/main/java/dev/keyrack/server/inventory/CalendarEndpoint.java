package dev.keyrack.server.inventory;

import dev.keyrack.contract.availability.Calendar;
import dev.keyrack.contract.availability.Occurrence;
import dev.keyrack.contract.availability.RatesEffect;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.audit.Act;
import dev.keyrack.server.audit.AuditLog;
import dev.keyrack.server.catalog.CatalogService;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.persistence.Database;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Calendars over HTTP, and the performances that providers plan.
@Path("/api/v1/resources")
@Produces(MediaType.APPLICATION_JSON)
public final class CalendarEndpoint {

    private static final int LONGEST_DAYS = 400;

    private final AvailabilityService availability;
    private final Database database;
    private final CatalogService catalog;
    private final InventoryService inventory;
    private final AuditLog audit;

    public CalendarEndpoint(
            AvailabilityService availability,
            Database database,
            CatalogService catalog,
            InventoryService inventory,
            AuditLog audit) {
        this.availability = availability;
        this.database = database;
        this.catalog = catalog;
        this.inventory = inventory;
        this.audit = audit;
    }

    /// Plans a performance, or changes the end and capacity of the one that starts then.
    @PUT
    @Path("/{id}/occurrences")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Action.PLAN_OCCURRENCE)
    public Occurrence put(
            @PathParam("id") ResourceId id, Occurrence occurrence, @Context ContainerRequestContext context) {
        return database.write(tx -> {
            Resource resource = catalog.getResource(tx, id);
            if (!Caller.of(context).may(Action.PLAN_OCCURRENCE, resource.site().id())) {
                throw CatalogService.unknown(id);
            }
            if (resource.grain() != Grain.OCCURRENCE) {
                throw new ProblemException(ProblemType.OFF_STEP, "This resource is not sold by performances.");
            }
            CellStore.Performance planned = new CellStore.Performance(
                    LocalDateTime.ofInstant(occurrence.start(), ZoneOffset.UTC),
                    LocalDateTime.ofInstant(occurrence.end(), ZoneOffset.UTC),
                    occurrence.capacity());
            CellStore.Performance before = inventory.plan(tx, resource, planned).orElse(null);
            audit.record(
                    tx,
                    Caller.of(context),
                    Act.of("performance.planned", id.value(), occurrence.start().toString())
                            .at(resource.site().id())
                            .changed(before, planned));
            return occurrence;
        });
    }

    /// The calendar from one local date to another, the last excluded, at most 400 days.
    @GET
    @Path("/{id}/calendar")
    @Allowed(Action.READ_AVAILABILITY)
    public Calendar calendar(
            @PathParam("id") ResourceId id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        LocalDate first = date("from", from);
        LocalDate end = date("to", to);
        requireDays(first, end);
        return availability.calendar(id, first, end);
    }

    /// The calendar as it would be under other rates and rules; nothing is saved.
    @POST
    @Path("/{id}/rates-effect")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Action.CHANGE_RATES)
    public Calendar ratesEffect(
            @PathParam("id") ResourceId id, RatesEffect draft, @Context ContainerRequestContext context) {
        requireDays(draft.from(), draft.to());
        return availability.preview(Caller.of(context), id, draft);
    }

    private static void requireDays(LocalDate first, LocalDate end) {
        long days = ChronoUnit.DAYS.between(first, end);
        if (days < 1 || days > LONGEST_DAYS) {
            throw ProblemException.malformed("to", "expected a date 1 to " + LONGEST_DAYS + " days after from");
        }
    }

    private static LocalDate date(String field, @Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeParseException e) {
            throw ProblemException.malformed(field, "expected a date such as 2025-12-01");
        }
    }
}
