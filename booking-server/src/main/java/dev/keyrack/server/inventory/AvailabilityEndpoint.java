package dev.keyrack.server.inventory;

import dev.keyrack.contract.availability.Availability;
import dev.keyrack.contract.availability.Calendar;
import dev.keyrack.contract.availability.CheckAvailability;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.server.http.Open;
import dev.keyrack.server.http.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Availability checks and calendars over HTTP.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class AvailabilityEndpoint {

    private static final int LONGEST_DAYS = 400;

    private final AvailabilityService availability;

    public AvailabilityEndpoint(AvailabilityService availability) {
        this.availability = availability;
    }

    @POST
    @Path("/availability/check")
    @Consumes(MediaType.APPLICATION_JSON)
    @Open
    public Availability check(CheckAvailability request) {
        return availability.check(request);
    }

    /// The calendar from one local date to another, the last excluded, at most 400 days.
    @GET
    @Path("/resources/{id}/calendar")
    @Open
    public Calendar calendar(
            @PathParam("id") ResourceId id, @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        LocalDate first = date("from", from);
        LocalDate end = date("to", to);
        long days = ChronoUnit.DAYS.between(first, end);
        if (days < 1 || days > LONGEST_DAYS) {
            throw ProblemException.malformed("to", "expected a date 1 to " + LONGEST_DAYS + " days after from");
        }
        return availability.calendar(id, first, end);
    }

    private static LocalDate date(String field, @Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeParseException e) {
            throw ProblemException.malformed(field, "expected a date such as 2025-12-01");
        }
    }
}
