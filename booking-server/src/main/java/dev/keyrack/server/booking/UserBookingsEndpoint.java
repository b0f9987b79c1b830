package dev.keyrack.server.booking;

import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.ListedBooking;
import dev.keyrack.contract.catalog.Page;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A user's bookings over HTTP.
@Path("/api/v1/users/{userId}/bookings")
@Produces(MediaType.APPLICATION_JSON)
public final class UserBookingsEndpoint {

    private static final int MOST = 100;

    private final BookingService bookings;

    public UserBookingsEndpoint(BookingService bookings) {
        this.bookings = bookings;
    }

    @GET
    @Allowed(Action.LIST_BOOKINGS)
    public Page<ListedBooking> list(
            @PathParam("userId") UserId user,
            @QueryParam("status") @Nullable String status,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context ContainerRequestContext context) {
        if (page < 1 || page > 1_000_000) {
            throw ProblemException.malformed("page", "expected 1 or more");
        }
        if (limit < 1 || limit > MOST) {
            throw ProblemException.malformed("limit", "expected 1 to " + MOST);
        }
        return bookings.list(Caller.of(context), user, statuses(status), page, limit);
    }

    private static List<BookingStatus> statuses(@Nullable String word) {
        List<BookingStatus> known = Arrays.stream(BookingStatus.values())
                .filter(status -> status != BookingStatus.UNKNOWN)
                .toList();
        if (word == null) {
            return known;
        }
        return List.of(known.stream()
                .filter(status -> status.toWord().equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.malformed(
                        "status",
                        "expected one of "
                                + known.stream().map(BookingStatus::toWord).toList())));
    }
}
