package dev.keyrack.server.stay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestServer;
import dev.keyrack.server.soak.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who gets which unit over HTTP: stays that change their unit, swaps, and races for units.
class UnitsIT {

    private static final long SEED = Long.getLong("keyrack.seed", 20_261_126L);
    private static final int ROOMS = 3;

    private final LocalDate day = LocalDate.of(2026, 6, 1);
    private final MovableClock clock = new MovableClock(Instant.parse("2026-06-01T16:00:00Z"));
    private final List<UnitId> units = new ArrayList<>();

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestServer server;

    @SuppressWarnings("NullAway.Init")
    private ResourceId room;

    @SuppressWarnings("NullAway.Init")
    private Api desk;

    @BeforeEach
    void open() throws Exception {
        server = new TestServer(folder, clock);
        room = server.add(Sample.nights(ROOMS));
        for (int i = 1; i <= ROOMS; i++) {
            units.add(server.addUnit(room, "10" + i));
        }
        desk = server.staff();
    }

    @AfterEach
    void close() {
        assertThat(server.verify()).allMatch(check -> check.holds());
        server.close();
    }

    private String book(int from, int to, int unit) throws Exception {
        Api.Reply made = desk.post(
                "/api/v1/bookings",
                "{'resourceId': '" + room + "', 'startDate': '" + day.plusDays(from) + "', 'endDate': '"
                        + day.plusDays(to) + "', 'quantity': 1, 'unitId': '" + units.get(unit)
                        + "', 'userDetails': {'firstName': 'Ann', 'lastName': 'Lee'}, 'paymentMethod': 'pay_on_arrival'}");
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return "/api/v1/bookings/" + made.text("bookingId");
    }

    private String span(int unit, int from, int to) {
        return "{'unitId': '" + units.get(unit) + "', 'startDate': '" + day.plusDays(from) + "', 'endDate': '"
                + day.plusDays(to) + "'}";
    }

    private Api.Reply change(String path, String body) throws Exception {
        return desk.with("If-Match", desk.get(path).entityTag()).send("PATCH", path, body);
    }

    private Api.Reply swap(String path, String other) throws Exception {
        return desk.post(path + "/swap", "{'other': '" + other.substring(other.lastIndexOf('/') + 1) + "'}");
    }

    private List<String> spans(Api.Reply booking) {
        List<String> spans = new ArrayList<>();
        booking.body()
                .path("units")
                .forEach(span -> spans.add(span.path("unitName").asText() + " until "
                        + span.path("endDate").asText().substring(8)));
        return spans;
    }

    @Test
    void spendsAStayInSeveralUnitsAndKeepsThemWhileTheFirstNightStays() throws Exception {
        String path = book(1, 5, 0);
        Api.Reply split = change(path, "{'units': [" + span(0, 1, 3) + ", " + span(1, 3, 5) + "]}");
        assertThat(split.status()).as(split.raw().body()).isEqualTo(200);
        assertThat(spans(split)).containsExactly("101 until 04", "102 until 06");
        assertThat(split.text("unitName")).isEqualTo("101");
        book(3, 5, 0);
        assertThat(change(path, "{'units': [" + span(0, 1, 4) + ", " + span(1, 4, 5) + "]}")
                        .text("type"))
                .isEqualTo("/problems/unit-taken");
        Api.Reply longer =
                change(path, "{'startDate': '" + day.plusDays(1) + "', 'endDate': '" + day.plusDays(7) + "'}");
        assertThat(spans(longer)).containsExactly("101 until 04", "102 until 08");
        Api.Reply shorter =
                change(path, "{'startDate': '" + day.plusDays(1) + "', 'endDate': '" + day.plusDays(3) + "'}");
        assertThat(spans(shorter)).isEmpty();
        assertThat(shorter.text("unitName")).isEqualTo("101");
    }

    @Test
    void takesTheUnitBackFromWhoHasNotComeYet() throws Exception {
        String path = book(0, 4, 0);
        Api.Reply free = change(path, "{'units': []}");
        assertThat(free.status()).as(free.raw().body()).isEqualTo(200);
        assertThat(free.body().has("unitId")).isFalse();
        String other = book(0, 4, 0);
        assertThat(desk.post(path + "/check-in", "{}").text("unitName")).isNotEqualTo("101");
        assertThat(desk.post(other + "/check-in", "{}").text("unitName")).isEqualTo("101");
        assertThat(change(path, "{'units': []}").text("type")).isEqualTo("/problems/wrong-status");
    }

    @Test
    void refusesUnitsThatAreNotTheStayOrNotOfTheResource() throws Exception {
        String path = book(1, 5, 0);
        assertThat(change(path, "{'units': [" + span(0, 1, 3) + "]}").text("field"))
                .isEqualTo("units");
        assertThat(change(
                                path,
                                "{'units': [" + span(0, 1, 3) + ", " + span(1, 3, 5) + "], 'unitId': '" + units.get(2)
                                        + "'}")
                        .text("field"))
                .isEqualTo("units");
        UnitId strange = server.addUnit(server.add(Sample.nights(1)), "901");
        assertThat(change(path, "{'unitId': '" + strange + "'}").status()).isEqualTo(404);
        assertThat(spans(desk.get(path))).isEmpty();
    }

    @Test
    void cutsThePlanOfWhoLeavesEarlyAndRestoresItWhenThatIsUndone() throws Exception {
        String path = book(0, 4, 0);
        change(path, "{'units': [" + span(0, 0, 2) + ", " + span(1, 2, 4) + "]}");
        assertThat(desk.post(path + "/check-in", "{}").status()).isEqualTo(200);
        clock.advance(Duration.ofDays(1));
        desk = server.staff();
        Api.Reply left = desk.post(path + "/check-out", null);
        assertThat(left.text("endDate")).isEqualTo(day.plusDays(1).toString());
        assertThat(spans(left)).isEmpty();
        String taken = book(2, 3, 1);
        assertThat(desk.send("DELETE", path + "/check-out", null).text("type")).isEqualTo("/problems/unit-taken");
        assertThat(desk.post(taken + "/cancel", "{}").status()).isEqualTo(200);
        Api.Reply back = desk.send("DELETE", path + "/check-out", null);
        assertThat(spans(back)).containsExactly("101 until 03", "102 until 05");
    }

    @Test
    void swapsUnitsOfDifferentLengthsBothOrNeither() throws Exception {
        String one = book(1, 3, 0);
        String two = book(1, 6, 1);
        assertThat(swap(one, two).text("unitName")).isEqualTo("102");
        assertThat(desk.get(two).text("unitName")).isEqualTo("101");
        book(3, 5, 1);
        Api.Reply refused = swap(one, two);
        assertThat(refused.text("type")).isEqualTo("/problems/unit-taken");
        assertThat(desk.get(one).text("unitName")).isEqualTo("102");
        assertThat(desk.get(two).text("unitName")).isEqualTo("101");
        assertThat(swap(one, one).text("field")).isEqualTo("other");
        assertThat(swap(one, "/bkg_unknown").status()).isEqualTo(404);
        assertThat(server.as(Role.KIOSK, "kiosk")
                        .post(one + "/swap", "{'other': 'bkg_1'}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void leavesTheNightsThatAreBehindTwoGuestsWhereTheyWere() throws Exception {
        String before = book(0, 1, 1);
        String one = book(0, 4, 0);
        desk.post(one + "/check-in", "{}");
        clock.advance(Duration.ofDays(1));
        desk = server.staff();
        String two = book(1, 3, 1);
        assertThat(desk.post(two + "/check-in", "{}").status()).isEqualTo(200);
        Api.Reply swapped = swap(one, two);
        assertThat(swapped.status()).as(swapped.raw().body()).isEqualTo(200);
        assertThat(spans(swapped)).containsExactly("101 until 02", "102 until 05");
        assertThat(desk.get(two).text("unitName")).isEqualTo("101");
        assertThat(desk.get(before).text("unitName")).isEqualTo("102");
        assertThat(spans(swap(two, one))).isEmpty();
        assertThat(spans(desk.get(one))).isEmpty();
    }

    /// Desks split, swap and move at once, at random: whatever is answered, every night of a unit is promised once.
    @Test
    void promisesEachUnitOnceHoweverDesksRaceForIt() throws Exception {
        Random random = new Random(SEED);
        List<String> bookings = new ArrayList<>();
        for (int unit = 0; unit < ROOMS; unit++) {
            bookings.add(book(1, 4, unit));
            bookings.add(book(4, 8, unit));
        }
        List<Callable<Integer>> acts = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            String path = bookings.get(random.nextInt(bookings.size()));
            String other = bookings.get(random.nextInt(bookings.size()));
            int unit = random.nextInt(ROOMS);
            int end = 4 + random.nextInt(4);
            acts.add(
                    switch (random.nextInt(3)) {
                        case 0 -> () -> swap(path, other).status();
                        case 1 ->
                            () -> change(
                                            path,
                                            "{'units': [" + span(unit, 1, 2) + ", " + span((unit + 1) % ROOMS, 2, 4)
                                                    + "]}")
                                    .status();
                        default ->
                            () -> change(
                                            path,
                                            "{'startDate': '" + day.plusDays(1) + "', 'endDate': '" + day.plusDays(end)
                                                    + "'}")
                                    .status();
                    });
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService desks = Executors.newFixedThreadPool(4)) {
            for (var done : desks.invokeAll(acts)) {
                statuses.add(done.get());
            }
        }
        assertThat(statuses).as("seed " + SEED).contains(200).allMatch(status -> status < 500);
        assertThat(server.verify()).as("seed " + SEED).allMatch(check -> check.holds());
    }
}
