package dev.keyrack.server.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.server.bench.Wire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.Lock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// One client of a round: does random things in a market, and records what it was told.
final class Visitor {

    private static final Map<String, String> GUEST = Map.of("firstName", "Ann", "lastName", "Guest");

    private final String name;
    private final Wire guest;
    private final Wire desk;
    private final Random random;
    private final boolean decides;
    private final Lock stillness;

    /// @param number the first one, 0, also decides how much is sold: of two who did nobody could say who was first
    /// @param guest calls without an account
    /// @param desk calls as staff
    /// @param stillness keeps the clock from jumping over a payment: a minute later the server takes it for lost
    Visitor(int number, Wire guest, Wire desk, Random random, Lock stillness) {
        this.stillness = stillness;
        name = "client " + number;
        decides = number == 0;
        this.guest = guest;
        this.desk = desk;
        this.random = random;
    }

    /// Does one thing, whichever it is.
    void act(Market market) {
        int dice = random.nextInt(100);
        if (dice < 24) {
            hold(market);
        } else if (dice < 46) {
            book(market);
        } else if (dice < 62) {
            useHold(market, dice);
        } else if (dice < 76) {
            Market.any(market.bookings(), random).ifPresent(id -> cancel(market, id));
        } else if (dice < 90 || !decides) {
            Market.any(market.bookings(), random).ifPresent(id -> change(market, id));
        } else {
            setCapacity(market);
        }
    }

    private Wire.Reply paying(Supplier<Wire.Reply> request) {
        stillness.lock();
        try {
            return request.get();
        } finally {
            stillness.unlock();
        }
    }

    /// A request that is under way.
    private final class Asked {

        private final Market market;
        private final String what;
        private final Wire.Reply reply;
        private final long asked = System.nanoTime();
        private final long answered;

        Asked(Market market, String what, Supplier<Wire.Reply> request) {
            this.market = market;
            this.what = what;
            reply = request.get();
            answered = System.nanoTime();
        }

        boolean is(int status) {
            return reply.status() == status;
        }

        boolean is(ProblemType type) {
            return reply.problem().equals(type.toUri());
        }

        String text(String field) {
            return reply.body().path(field).asText();
        }

        void means(Predicate<World> step) {
            means(List.of(step));
        }

        void means(Predicate<World> first, Predicate<World> second) {
            means(List.of(first, second));
        }

        void means(List<Predicate<World>> steps) {
            String made = text("bookingId").isEmpty() ? text("holdId") : text("bookingId");
            String answer = reply.status() + " " + (reply.status() < 400 ? made : reply.problem());
            market.record(new Deed(name, what, answer, asked, answered, steps));
        }

        /// Being busy changes nothing and can always be said; whatever else was not expected cannot.
        void meansNothing() {
            if (!is(ProblemType.BUSY)) {
                throw new SoakException(what + " was answered " + reply.status() + " " + reply.body());
            }
            means(List.of());
        }
    }

    private static Map<String, Object> body(Want want) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("resourceId", want.offer().resource());
        body.put("startDate", want.start());
        body.put("endDate", want.end());
        body.put("quantity", want.quantity());
        if (!want.unit().isEmpty()) {
            body.put("unitId", want.unit());
        }
        return body;
    }

    private void hold(Market market) {
        Want want = market.anyWant(random);
        Asked asked = new Asked(market, "holds " + want, () -> guest.post("api/v1/holds", body(want)));
        if (asked.is(201)) {
            String id = asked.text("holdId");
            Instant ends = Instant.parse(asked.text("expiresAt"));
            asked.means(world -> world.hold(id, want, ends));
            market.held(id, want);
        } else {
            meansRefusal(asked, want);
        }
    }

    private static void meansRefusal(Asked asked, Want want) {
        if (asked.is(ProblemType.SOLD_OUT)) {
            asked.means(world -> world.refuseAsSoldOut(want));
        } else if (asked.is(ProblemType.UNIT_TAKEN)) {
            asked.means(world -> world.refuseAsUnitTaken(want));
        } else {
            asked.meansNothing();
        }
    }

    private void book(Market market) {
        Want want = market.anyWant(random);
        Map<String, Object> body = body(want);
        body.put("userDetails", GUEST);
        int how = random.nextInt(4);
        String token = how == 0 ? "tok_decline_stolen" : "tok_approve";
        if (how < 2) {
            payByCard(body, token);
        } else {
            body.put("paymentMethod", "pay_on_arrival");
        }
        Wire caller = how < 2 ? guest : desk;
        Asked asked = new Asked(
                market,
                "books " + want + (how < 2 ? " with " + token : ""),
                () -> paying(() -> caller.post("api/v1/bookings", body)));
        if (asked.is(201)) {
            String id = asked.text("bookingId");
            asked.means(world -> world.book(id, want));
            market.booked(id, how < 2);
        } else if (asked.is(ProblemType.PAYMENT_DECLINED)) {
            String nobody = name + asked.asked;
            asked.means(world -> world.takeInVain(nobody, want), world -> world.giveBack(nobody, want));
        } else {
            meansRefusal(asked, want);
        }
    }

    private static void payByCard(Map<String, Object> body, String token) {
        body.put("paymentMethod", "credit_card");
        body.put("paymentDetails", Map.of("token", token));
    }

    private void useHold(Market market, int dice) {
        List<String> holds = new ArrayList<>(market.holds().keySet());
        holds.sort(null);
        Market.any(holds, random).ifPresent(id -> {
            if (dice < 50) {
                release(market, id);
            } else if (dice < 54) {
                extend(market, id);
            } else {
                confirm(market, id);
            }
        });
    }

    private void release(Market market, String id) {
        Asked asked =
                new Asked(market, "releases " + id, () -> guest.send("POST", "api/v1/holds/" + id + "/release", null));
        if (asked.is(200)) {
            asked.means(world -> world.release(id));
        } else {
            meansEnded(asked, id);
        }
    }

    private static void meansEnded(Asked asked, String id) {
        if (asked.is(ProblemType.HOLD_EXPIRED)) {
            asked.means(world -> world.refuseAsEnded(id));
        } else if (asked.is(ProblemType.IN_FLIGHT)) {
            asked.means(world -> world.refuseAsPaying(id));
        } else {
            asked.meansNothing();
        }
    }

    private void extend(Market market, String id) {
        Asked asked =
                new Asked(market, "extends " + id, () -> guest.send("POST", "api/v1/holds/" + id + "/extend", null));
        if (asked.is(200)) {
            Instant ends = Instant.parse(asked.text("expiresAt"));
            asked.means(world -> world.extend(id, ends));
        } else if (asked.is(ProblemType.WRONG_STATUS)) {
            asked.means(world -> world.refuseToExtendTwice(id));
        } else {
            meansEnded(asked, id);
        }
    }

    private void confirm(Market market, String id) {
        Want want = market.holds().get(id);
        if (want == null) {
            return;
        }
        Map<String, Object> body = body(want);
        body.put("holdId", id);
        body.put("userDetails", GUEST);
        boolean byCard = random.nextInt(3) == 0;
        if (byCard) {
            payByCard(body, "tok_approve");
        } else {
            body.put("paymentMethod", "pay_on_arrival");
        }
        Asked asked = new Asked(
                market,
                "confirms " + id + (byCard ? " by card" : ""),
                () -> paying(() -> (byCard ? guest : desk).post("api/v1/bookings", body)));
        if (!asked.is(201)) {
            meansEnded(asked, id);
            return;
        }
        String booking = asked.text("bookingId");
        if (byCard) {
            asked.means(world -> world.pay(id), world -> world.confirm(id, World.Stage.PAYING, booking));
        } else {
            asked.means(world -> world.confirm(id, World.Stage.ACTIVE, booking));
        }
        market.booked(booking, byCard);
    }

    private void cancel(Market market, String id) {
        Asked asked =
                new Asked(market, "cancels " + id, () -> desk.post("api/v1/bookings/" + id + "/cancel", Map.of()));
        if (asked.is(200)) {
            asked.means(world -> world.cancel(id));
        } else if (asked.is(ProblemType.WRONG_STATUS)) {
            asked.means(world -> world.refuseAsNotStanding(id));
        } else {
            asked.meansNothing();
        }
    }

    private void change(Market market, String id) {
        Wire.Reply present = desk.get("api/v1/bookings/" + id);
        long seen = present.body().path("revision").asLong();
        Offer offer = market.offer(present.body().path("resourceId").asText());
        Map<String, Object> body = new LinkedHashMap<>();
        UnaryOperator<Want> asking = anyChange(market, offer, body);
        Asked asked = new Asked(
                market,
                "changes " + id + " at revision " + seen + ": " + body,
                () -> paying(
                        () -> desk.with("If-Match", present.entityTag()).send("PATCH", "api/v1/bookings/" + id, body)));
        if (asked.is(200)) {
            Want told = want(market, asked.reply.body());
            long revision = asked.reply.body().path("revision").asLong();
            if (market.isPaid(id)) {
                asked.means(
                        world -> world.beginChange(id, asking, seen),
                        world -> world.completeChange(id, asking, told, revision));
            } else {
                asked.means(world -> world.change(id, asking, told, seen, revision));
            }
        } else if (asked.is(ProblemType.STALE_REVISION) || (asked.is(ProblemType.WRONG_STATUS) && market.isPaid(id))) {
            asked.means(List.of());
        } else if (asked.is(ProblemType.WRONG_STATUS)) {
            asked.means(world -> world.refuseAsNotStanding(id));
        } else if (asked.is(ProblemType.SOLD_OUT)) {
            asked.means(world -> world.refuseChangeAsSoldOut(id, asking, seen));
        } else if (asked.is(ProblemType.UNIT_TAKEN)) {
            asked.means(world -> world.refuseChangeAsUnitTaken(id, asking, seen));
        } else {
            asked.meansNothing();
        }
    }

    /// Thinks of a change, and writes it into the body.
    private UnaryOperator<Want> anyChange(Market market, Offer offer, Map<String, Object> body) {
        int dice = random.nextInt(4);
        if (dice == 0 && !offer.units().isEmpty()) {
            String unit = Market.any(offer.units(), random).orElseThrow();
            body.put("unitId", unit);
            return want -> want.in(unit);
        }
        if (dice == 1 && market.offers().size() > 1) {
            Offer other = market.anyOffer(random);
            body.put("resourceId", other.resource());
            return want -> want.of(other);
        }
        if (dice == 2 && offer.most() > 1) {
            int quantity = 1 + random.nextInt(offer.most());
            body.put("quantity", quantity);
            return want -> want.of(quantity);
        }
        Want period = market.anyPeriod(offer, random);
        body.put("startDate", period.start());
        body.put("endDate", period.end());
        return want -> want.at(period);
    }

    /// What a booking on the wire is for.
    static Want want(Market market, JsonNode booking) {
        return new Want(
                market.offer(booking.path("resourceId").asText()),
                booking.path("startDate").asText(),
                booking.path("endDate").asText(),
                booking.path("quantity").asInt(),
                booking.path("unitId").asText(""));
    }

    private void setCapacity(Market market) {
        Offer offer = market.anyOffer(random);
        int capacity = Math.max(0, offer.capacity() + random.nextInt(-1, 2));
        boolean planned = offer.grain() == Grain.OCCURRENCE;
        int number = random.nextInt(offer.grains());
        List<Place> cells = planned ? offer.want(number, 1, 1).cells() : offer.cells();
        Asked asked = new Asked(
                market,
                "sets the capacity of " + cells.getFirst() + " and on to " + capacity,
                () -> planned ? plan(desk, offer, number, capacity) : change(offer, capacity));
        if (asked.is(200)) {
            asked.means(world -> world.setCapacity(cells, capacity));
        } else if (asked.is(ProblemType.SOLD_OUT)) {
            asked.means(world -> world.refuseCapacity(cells, capacity));
        } else if (asked.is(ProblemType.STALE_REVISION)) {
            asked.means(List.of());
        } else {
            asked.meansNothing();
        }
    }

    /// Plans a performance, or changes its capacity.
    static Wire.Reply plan(Wire desk, Offer offer, int number, int capacity) {
        Want performance = offer.want(number, 1, 1);
        return desk.send(
                "PUT",
                "api/v1/resources/" + offer.resource() + "/occurrences",
                Map.of("start", performance.start(), "end", performance.end(), "capacity", capacity));
    }

    private Wire.Reply change(Offer offer, int capacity) {
        String path = "api/v1/resources/" + offer.resource();
        Wire.Reply present = desk.get(path);
        ObjectNode terms = ((ObjectNode) present.body().path("terms")).put("capacity", capacity);
        return desk.with("If-Match", present.entityTag()).send("PUT", path, terms);
    }
}
