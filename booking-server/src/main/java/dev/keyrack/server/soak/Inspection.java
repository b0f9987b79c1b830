package dev.keyrack.server.soak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.server.bench.Wire;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks, after a round, at what the server says is there, and compares it with the model.
final class Inspection {

    private static final int MOST_LOOKS = 400;
    private static final long PAUSE_MILLIS = 25;

    private final Wire guest;
    private final Wire desk;
    private final SiteId site;
    private final Instant now;

    Inspection(Wire guest, Wire desk, SiteId site, Instant now) {
        this.guest = guest;
        this.desk = desk;
        this.site = site;
        this.now = now;
    }

    /// Waits until every hold whose time has come has ended, and records that it did.
    ///
    /// @param began when the round began, in nanoseconds: at some moment since then
    void awaitExpiry(Market market, long began) {
        market.holds().keySet().forEach(id -> {
            if (awaitState(market, id).equals("expired")) {
                market.record(new Deed(
                        "clock", "ends " + id, "", began, System.nanoTime(), List.of(world -> world.expire(id))));
            }
        });
    }

    /// How a hold ends that nobody ended but the clock.
    private String awaitState(Market market, String id) {
        for (int look = 0; look < MOST_LOOKS; look++) {
            JsonNode hold = body(guest.get("api/v1/holds/" + id));
            String state = hold.path("status").asText();
            Instant ends = Instant.parse(hold.path("expiresAt").asText(Instant.MAX.toString()));
            if (!state.equals("active") || ends.isAfter(now)) {
                return state;
            }
            pause();
        }
        throw new SoakException("The hold " + id + " did not end when its time came.\n" + market.history());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SoakException("The soak was interrupted.");
        }
    }

    /// @throws SoakException if a hold, a booking or a cell is not as the model has it
    void compare(Market market) {
        market.world().holds().forEach((id, hold) -> {
            JsonNode told = body(guest.get("api/v1/holds/" + id));
            String state = told.path("status").asText();
            require(market, "the hold " + id, hold.stage().name().toLowerCase(Locale.ROOT), state);
            Instant ends =
                    Instant.parse(told.path("expiresAt").asText(hold.ends().toString()));
            require(market, "the end of the hold " + id, hold.ends(), ends);
        });
        market.world().bookings().forEach((id, booking) -> {
            JsonNode told = body(desk.get("api/v1/bookings/" + id));
            String status = told.path("status").asText();
            require(market, "the booking " + id, booking.cancelled() ? "cancelled" : "confirmed", status);
            require(market, "the booking " + id, booking.want(), Visitor.want(market, told));
        });
        market.offers().forEach(offer -> compareCells(market, offer));
    }

    private void compareCells(Market market, Offer offer) {
        boolean nights = offer.grain() == Grain.NIGHT;
        String opening = offer.start(0);
        LocalDate from =
                nights ? LocalDate.parse(opening) : LocalDate.ofInstant(Instant.parse(opening), ZoneOffset.UTC);
        JsonNode calendar = body(guest.get("api/v1/resources/" + offer.resource() + "/calendar?from=" + from + "&to="
                + from.plusDays(nights ? offer.grains() : 1)));
        Set<Place> unseen = new HashSet<>(offer.cells());
        for (JsonNode entry : calendar.path("entries")) {
            String start = entry.path("start").asText();
            Place cell = new Place(
                    offer.resource(), nights ? start : Instant.parse(start).toString());
            if (unseen.remove(cell)) {
                require(
                        market,
                        "taken of " + cell,
                        market.world().taken(cell),
                        entry.path("taken").asInt());
                require(
                        market,
                        "capacity of " + cell,
                        market.world().capacity(cell),
                        entry.path("capacity").asInt());
            }
        }
        require(market, "cells that the calendar leaves out", Set.of(), unseen);
    }

    private static void require(Market market, String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new SoakException(
                    what + " should be " + expected + ", but the server says " + found + "\n" + market.history());
        }
    }

    /// Compares the bookings of the whole site: none is missing, and there is none that nobody was told of.
    void compareAll(List<Market> markets) {
        Set<String> acknowledged = markets.stream()
                .flatMap(market -> market.world().bookings().entrySet().stream())
                .filter(booking -> !booking.getValue().cancelled())
                .map(booking -> booking.getKey())
                .collect(Collectors.toSet());
        Set<String> stored = standing();
        Set<String> lost = new HashSet<>(acknowledged);
        lost.removeAll(stored);
        stored.removeAll(acknowledged);
        if (!lost.isEmpty() || !stored.isEmpty()) {
            throw new SoakException("Lost bookings: " + lost + "; bookings that nobody was told of: " + stored);
        }
    }

    private Set<String> standing() {
        Set<String> standing = new HashSet<>();
        String scope = "api/v1/sync/snapshot/prop:" + site + ":ops";
        JsonNode page = body(desk.get(scope));
        while (true) {
            for (JsonNode row : page.path("rows")) {
                String status = row.path("body").path("status").asText();
                if (row.path("type").asText().equals("booking")
                        && Set.of("confirmed", "requested").contains(status)) {
                    standing.add(row.path("id").asText());
                }
            }
            if (!page.hasNonNull("nextPage")) {
                return standing;
            }
            page = body(desk.get(scope + "?page=" + page.path("nextPage").asText()));
        }
    }

    private static JsonNode body(Wire.Reply reply) {
        if (reply.status() != 200) {
            throw new SoakException("The server does not show what it has: " + reply.status() + " " + reply.body());
        }
        return reply.body();
    }
}
