package dev.keyrack.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.device.NewDevice;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.Routes;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calls every route that takes an identifier with what belongs to another site or another guest: the answer is that
/// for what does not exist, and nothing changes.
class ForeignObjectIT {

    private static LocalDate day() {
        return LocalDate.now(ZoneId.of("America/New_York")).plusDays(3);
    }

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static TestServer server;

    @SuppressWarnings("NullAway.Init")
    private static String terms;

    private static final Map<String, String> FOREIGN = new LinkedHashMap<>();
    private static final Map<String, String> ABSENT = Map.of(
            "{bookingId}", "bkg_absent",
            "{holdId}", "hld_absent",
            "{userId}", "usr_absent",
            "{sessionId}", "ses_absent",
            "{keyId}", "key_absent",
            "{scope}", "prop:sit_absent:avail",
            "res", "res_absent",
            "unt", "unt_absent",
            "{guestId}", "gst_absent",
            "dev", "usr_absent");
    private static final Map<Role, Api> STRANGERS = new LinkedHashMap<>();

    @SuppressWarnings("NullAway.Init")
    private static Api anonymous;

    @SuppressWarnings("NullAway.Init")
    private static String own;

    @SuppressWarnings("NullAway.Init")
    private static String ownRoom;

    @SuppressWarnings("NullAway.Init")
    private static String ownGuest;

    @BeforeAll
    static void open() throws Exception {
        server = new TestServer(folder);
        ResourceId room = server.add(Sample.nights(5));
        UnitId unit = server.addUnit(room, "101");
        SiteId there = new SiteId("sit_there");
        ResourceId theirs = openAnotherSite(there);
        Api guest = guest("one@example.com");
        Api.Reply booked = guest.post("/api/v1/bookings", booking(room.value(), ""));
        FOREIGN.put("{bookingId}", booked.text("bookingId"));
        FOREIGN.put(
                "{holdId}", guest.post("/api/v1/holds", hold(room.value(), "")).text("holdId"));
        FOREIGN.put(
                "{sessionId}",
                guest.get("/api/v1/users/me/sessions").body().at("/0/sessionId").asText());
        STRANGERS.put(Role.PARTNER, server.partner("catalog", "bookings"));
        FOREIGN.put(
                "{keyId}",
                server.staff().get("/api/v1/api-keys").body().at("/0/keyId").asText());
        FOREIGN.put("{scope}", "prop:" + Sample.SITE + ":avail");
        FOREIGN.put("dev", device());
        FOREIGN.put("res", room.value());
        FOREIGN.put("unt", unit.value());
        terms = server.api()
                .get("/api/v1/resources/" + room)
                .body()
                .path("terms")
                .toString();
        FOREIGN.put(
                "{guestId}",
                server.staff()
                        .get("/api/v1/bookings/" + FOREIGN.get("{bookingId}"))
                        .text("guestId"));

        for (Role role : Set.of(Role.KIOSK, Role.FRONT_DESK, Role.MANAGER, Role.PROVIDER_ADMIN)) {
            STRANGERS.put(role, server.as(role, "of-there-" + role, there));
        }
        STRANGERS.put(Role.GUEST, guest("two@example.com"));
        anonymous = server.api();
        ownRoom = theirs.value();
        Api desk = Optional.ofNullable(STRANGERS.get(Role.FRONT_DESK)).orElseThrow();
        own = desk.post("/api/v1/bookings", booking(ownRoom, "")).text("bookingId");
        ownGuest = desk.get("/api/v1/bookings/" + own).text("guestId");
    }

    private static String device() {
        NewDevice lobby = new NewDevice("Lobby", Sample.SITE);
        return server.server()
                .devices()
                .create(Caller.SYSTEM, lobby)
                .device()
                .userId()
                .value();
    }

    /// @return what is sold there
    private static ResourceId openAnotherSite(SiteId there) {
        ResourceId theirs = ResourceId.random();
        server.server().database().write(tx -> {
            Site site = Sample.site("America/New_York");
            server.server()
                    .catalog()
                    .addSite(
                            tx,
                            new Site(
                                    there,
                                    site.name(),
                                    site.location(),
                                    site.latitude(),
                                    site.longitude(),
                                    site.timeZone(),
                                    site.currency(),
                                    site.checkInTime(),
                                    site.holdMinutes()));
            server.server().catalog().addResource(tx, theirs, there, Sample.nights(5));
            return true;
        });
        return theirs;
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static Api guest(String email) throws Exception {
        Api.Reply account = server.api()
                .post(
                        "/api/v1/users",
                        "{'userDetails': {'firstName': 'John', 'lastName': 'Doe', 'email': '" + email
                                + "'}, 'password': 'correct horse battery'}");
        FOREIGN.putIfAbsent("{userId}", account.text("userId"));
        return server.api().as(account.text("accessToken"));
    }

    private static String sale(String room, String more) {
        return "{'resourceId': '" + room + "', 'startDate': '" + day() + "', 'endDate': '" + day().plusDays(2)
                + "', 'quantity': 1" + more;
    }

    private static String hold(String room, String more) {
        return sale(room, more + "}");
    }

    private static String booking(String room, String more) {
        return sale(
                room,
                ", 'userDetails': {'firstName': 'Ann', 'lastName': 'Lee'}, 'paymentMethod': 'credit_card',"
                        + " 'paymentDetails': {'token': 'tok_approve'}" + more + "}");
    }

    private static String foreign(String kind) {
        return Optional.ofNullable(FOREIGN.get(kind)).orElseThrow();
    }

    private static String pathOf(String route, Map<String, String> ids) {
        String path = route.split(" ", 2)[1];
        if (path.startsWith("/api/v1/devices")) {
            path = path.replace("{userId}", Optional.ofNullable(ids.get("dev")).orElseThrow());
        }
        for (Map.Entry<String, String> id : ids.entrySet()) {
            if (id.getKey().startsWith("{")) {
                path = path.replace(id.getKey(), id.getValue());
            }
        }
        String kind = path.startsWith("/api/v1/units") ? "unt" : "res";
        return path.replace("{id}", Optional.ofNullable(ids.get(kind)).orElseThrow())
                .replace("{name}", "none.png");
    }

    private static String bodyOf(String route) {
        if (route.endsWith("/payments")) {
            return "{'paymentMethod': 'credit_card', 'amount': 1, 'paymentDetails': {'token': 'tok_approve'}}";
        }
        if (route.endsWith("/swap")) {
            return "{'other': '" + own + "'}";
        }
        if (route.endsWith("/rates")) {
            return "{'rates': [], 'rules': []}";
        }
        if (route.endsWith("/rates-effect")) {
            return "{'rates': {'rates': [], 'rules': []}, 'from': '" + day() + "', 'to': '" + day().plusDays(1) + "'}";
        }
        if (route.endsWith("/occurrences")) {
            return "{'start': '" + day() + "T10:00:00Z', 'end': '" + day() + "T11:00:00Z', 'capacity': 1}";
        }
        if (route.contains("devices")) {
            return "{'name': 'Mine', 'status': 'lost'}";
        }
        if (route.contains("units")) {
            return "{'name': '900', 'open': true}";
        }
        return route.equals("PUT /api/v1/resources/{id}") ? terms : "{}";
    }

    private static String answer(Api caller, String method, String path, String body, Map<String, String> ids)
            throws Exception {
        boolean takesBody = !method.equals("GET") && !method.equals("DELETE");
        Api.Reply reply = caller.with("If-Match", "\"1\"").send(method, path, takesBody ? body : null);
        String text = reply.raw().body();
        for (String id : ids.values()) {
            text = text.replace(id, "ID");
        }
        return reply.status() + " " + reply.raw().headers().firstValue("Content-Type") + " " + text;
    }

    /// Whatever happens to what is sold or promised is in the feed, a hold or a payment.
    private static List<String> everything() {
        return server.server().database().read(tx -> {
            List<String> rows = new ArrayList<>(tx.list(
                    "select scope, head from feed_scope order by scope",
                    row -> row.text("scope") + " " + row.number("head")));
            rows.addAll(tx.list(
                    "select id, state, revision from hold order by id",
                    row -> row.text("id") + " " + row.text("state") + " " + row.number("revision")));
            rows.addAll(tx.list(
                    "select account_id, status from device order by account_id",
                    row -> row.text("account_id") + row.text("status")));
            rows.addAll(
                    tx.list("select id, state from payment order by id", row -> row.text("id") + row.text("state")));
            return rows;
        });
    }

    private static boolean bounded(Scope scope) {
        return scope == Scope.OWN || scope == Scope.SITE;
    }

    private static void compare(List<String> wrong, String name, String foreign, String absent) {
        // this is what an address is told that leads nowhere
        boolean nowhere = foreign.contains("There is nothing of that name.");
        if (nowhere || !foreign.equals(absent) || (foreign.startsWith("2") && !name.contains("/users/"))) {
            wrong.add(name + "\n  foreign: " + foreign + "\n  absent:  " + absent);
        }
    }

    @Test
    void foreignIsAnsweredAsAbsentOnEveryRoute() throws Exception {
        settle();
        List<String> before = everything();
        List<String> wrong = new ArrayList<>();
        int calls = 0;
        for (Map.Entry<String, Action> route : Routes.permitted().entrySet()) {
            String method = route.getKey().split(" ", 2)[0];
            for (Role role : STRANGERS.keySet()) {
                boolean images = route.getKey().endsWith("/images");
                boolean asked =
                        route.getKey().contains("{") && !images && bounded(Permissions.scope(role, route.getValue()));
                if (asked) {
                    calls++;
                    Api caller = Optional.ofNullable(STRANGERS.get(role)).orElseThrow();
                    compare(
                            wrong,
                            route.getKey() + " as " + role,
                            call(caller, method, route.getKey(), FOREIGN),
                            call(caller, method, route.getKey(), ABSENT));
                }
            }
            if (route.getKey().contains("{") && bounded(Permissions.scope(null, route.getValue()))) {
                calls++;
                compare(
                        wrong,
                        route.getKey() + " without a token",
                        call(anonymous, method, route.getKey(), FOREIGN),
                        call(anonymous, method, route.getKey(), ABSENT));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(calls).isGreaterThan(80);
        assertThat(everything()).isEqualTo(before);
    }

    private static String call(Api caller, String method, String route, Map<String, String> ids) throws Exception {
        return answer(caller, method, pathOf(route, ids), bodyOf(route), ids);
    }

    private record InBody(Role role, String method, String path, String body) {}

    @Test
    void foreignIsAnsweredAsAbsentInBodiesToo() throws Exception {
        settle();
        List<InBody> calls = List.of(
                new InBody(Role.GUEST, "POST", "/api/v1/bookings", booking(foreign("res"), ", 'holdId': '{holdId}'")),
                new InBody(Role.FRONT_DESK, "POST", "/api/v1/bookings", booking(ownRoom, ", 'unitId': 'unt'")),
                new InBody(Role.GUEST, "POST", "/api/v1/holds", hold(ownRoom, ", 'unitId': 'unt'")),
                new InBody(Role.FRONT_DESK, "PATCH", "/api/v1/bookings/" + own, "{'unitId': 'unt'}"),
                new InBody(Role.FRONT_DESK, "POST", "/api/v1/bookings/" + own + "/change-quote", "{'unitId': 'unt'}"),
                new InBody(Role.KIOSK, "POST", "/api/v1/bookings/" + own + "/swap", "{'other': '{bookingId}'}"),
                new InBody(Role.FRONT_DESK, "POST", "/api/v1/bookings/" + own + "/swap", "{'other': '{bookingId}'}"),
                new InBody(
                        Role.FRONT_DESK,
                        "POST",
                        "/api/v1/guests/merge",
                        "{'goes': '{guestId}', 'stays': '" + ownGuest + "'}"),
                new InBody(
                        Role.FRONT_DESK,
                        "POST",
                        "/api/v1/guests/merge",
                        "{'goes': '" + ownGuest + "', 'stays': '{guestId}'}"),
                new InBody(Role.MANAGER, "POST", "/api/v1/resources", "{'siteId': 'sit', 'terms': " + terms + "}"));
        List<String> before = everything();
        List<String> wrong = new ArrayList<>();
        for (InBody call : calls) {
            Api caller = Optional.ofNullable(STRANGERS.get(call.role())).orElseThrow();
            compare(wrong, call.toString(), call(caller, call, FOREIGN), call(caller, call, ABSENT));
        }
        assertThat(wrong).isEmpty();
        assertThat(everything()).isEqualTo(before);
    }

    private static String call(Api caller, InBody call, Map<String, String> ids) throws Exception {
        String body = call.body();
        for (Map.Entry<String, String> id : ids.entrySet()) {
            body = body.replace("'" + id.getKey() + "'", "'" + id.getValue() + "'");
        }
        body = body.replace("'sit'", ids.equals(FOREIGN) ? "'" + Sample.SITE + "'" : "'sit_absent'");
        return answer(caller, call.method(), call.path(), body, ids);
    }

    @Test
    void cursorOfAnotherSiteIsAnsweredAsOneOfNoSite() throws Exception {
        Api desk = Optional.ofNullable(STRANGERS.get(Role.FRONT_DESK)).orElseThrow();
        String cursor = server.staff()
                .get("/api/v1/sync/snapshot/" + FOREIGN.get("{scope}"))
                .text("cursor");
        String decoded = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        String invented = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        decoded.replace(Sample.SITE.value(), "sit_absent").getBytes(StandardCharsets.UTF_8));
        String foreign = answer(desk, "GET", "/api/v1/sync/changes?cursor=" + cursor, "", Map.of());
        assertThat(foreign)
                .startsWith("404")
                .isEqualTo(answer(desk, "GET", "/api/v1/sync/changes?cursor=" + invented, "", Map.of()));
    }

    /// Captures go on by themselves after a booking.
    private static void settle() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !server.server()
                        .database()
                        .read(tx -> tx.find("select 1 from payment where state <> 'CAPTURED'", row -> true))
                        .isPresent());
    }
}
