package dev.keyrack.server.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.catalog.CreateResource;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.ResourceType;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.server.bench.Wire;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/// A hotel on a running server, opened and run by one of its administrators through the public interface.
final class Hotel {

    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    private static final int FURTHEST_DAYS = 3_660;
    private static final int CALENDAR_DAYS = 400;
    private static final int MOST_ATTEMPTS = 120;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Wire wire;
    private final SignIn account;
    private final Clock clock;
    private final Map<String, String> resources = new HashMap<>();
    private Wire desk;
    private Instant renewal;

    /// Signs in.
    ///
    /// @throws ReplayException if the server refuses
    Hotel(Wire wire, SignIn account, Clock clock) {
        this.wire = wire;
        this.account = account;
        this.clock = clock;
        renewal = clock.instant();
        desk = wire;
        desk();
    }

    /// Signed in; a token is replaced when half of its life is over.
    private synchronized Wire desk() {
        Instant now = clock.instant();
        if (!now.isBefore(renewal)) {
            JsonNode given = require(200, wire.post("api/v1/sessions", account), "the sign-in of " + account.name());
            desk = wire.as(given.path("accessToken").asText());
            renewal = now.plusSeconds(given.path("expiresIn").asLong() / 2);
        }
        return desk;
    }

    /// Today at the site.
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /// Opens a new site with one resource for each room type.
    void open(String name, Map<String, Integer> capacities) {
        Site site = new Site(
                SiteId.random(),
                name,
                "Portugal",
                new BigDecimal("38.72"),
                new BigDecimal("-9.14"),
                ZONE,
                CurrencyUnit.EUR,
                LocalTime.of(15, 0),
                10);
        require(201, desk().post("api/v1/sites", site), "a new site");
        capacities.forEach((room, capacity) -> resources.put(
                room,
                require(
                                201,
                                desk().post("api/v1/resources", new CreateResource(site.id(), terms(room, capacity))),
                                "room type " + room)
                        .path("id")
                        .asText()));
    }

    private static ResourceTerms terms(String room, int capacity) {
        return new ResourceTerms(
                ResourceType.HOTEL,
                "Room type " + room,
                "",
                List.of(),
                List.of(),
                new BigDecimal("4.0"),
                1,
                capacity,
                new BigDecimal("100.00"),
                0,
                0,
                0,
                0,
                FURTHEST_DAYS,
                false,
                CancellationPolicy.FREE_UNTIL_THE_DAY_BEFORE,
                List.of(),
                List.of());
    }

    /// Books a room, to be paid on arrival: what a desk does that takes a call.
    ///
    /// @return the booking's identifier, or empty if a night is sold out
    /// @throws ReplayException if it is refused for any other reason
    Optional<String> book(String room, LocalDate arrival, LocalDate departure) {
        Wire.Reply reply = patiently(
                "api/v1/bookings",
                Map.of(
                        "resourceId",
                        resource(room),
                        "startDate",
                        arrival.toString(),
                        "endDate",
                        departure.toString(),
                        "quantity",
                        1,
                        "userDetails",
                        Map.of("firstName", "Guest", "lastName", "Of the history"),
                        "paymentMethod",
                        "pay_on_arrival"));
        if (reply.problem().equals(ProblemType.SOLD_OUT.toUri())) {
            return Optional.empty();
        }
        return Optional.of(require(201, reply, "a booking").path("bookingId").asText());
    }

    void cancel(String booking) {
        require(200, patiently("api/v1/bookings/" + booking + "/cancel", Map.of()), "a cancellation");
    }

    /// Asks again while the server is busy: then it has changed nothing.
    private Wire.Reply patiently(String path, Object body) {
        Wire.Reply reply = desk().post(path, body);
        for (int attempt = 1; reply.status() == ProblemType.BUSY.status() && attempt < MOST_ATTEMPTS; attempt++) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ReplayException("The replay was interrupted.");
            }
            reply = desk().post(path, body);
        }
        return reply;
    }

    /// How many nights are taken, all room types together, as the server's calendars say.
    long nightsTaken(LocalDate from, LocalDate to) {
        long taken = 0;
        for (String resource : resources.values()) {
            for (LocalDate start = from; start.isBefore(to); start = start.plusDays(CALENDAR_DAYS)) {
                LocalDate most = start.plusDays(CALENDAR_DAYS);
                LocalDate end = most.isBefore(to) ? most : to;
                Wire.Reply reply =
                        desk().get("api/v1/resources/" + resource + "/calendar?from=" + start + "&to=" + end);
                for (JsonNode night : require(200, reply, "a calendar").path("entries")) {
                    taken += night.path("taken").asInt();
                }
            }
        }
        return taken;
    }

    private String resource(String room) {
        return Optional.ofNullable(resources.get(room)).orElseThrow();
    }

    private static JsonNode require(int status, Wire.Reply reply, String what) {
        if (reply.status() != status) {
            throw new ReplayException("The server refused " + what + ": " + reply.status() + " "
                    + reply.body().path("detail").asText());
        }
        return reply.body();
    }
}
