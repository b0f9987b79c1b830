package dev.keyrack.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.Routes;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestServer;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calls every route with every role and compares with `permissions.md`.
class PermissionsIT {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE");
    private static final String STREAM = "GET /api/v1/sync/poke";
    private static final String SIGN_OUT = "DELETE /api/v1/sessions/current";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static TestServer server;

    @SuppressWarnings("NullAway.Init")
    private static Map<Optional<Role>, Api> callers;

    @BeforeAll
    static void open() throws Exception {
        server = new TestServer(folder);
        callers = new LinkedHashMap<>();
        callers.put(Optional.empty(), server.api());
        for (Role role : Role.values()) {
            callers.put(Optional.of(role), callerOf(role));
        }
    }

    private static Api callerOf(Role role) throws Exception {
        return switch (role) {
            case PROVIDER_ADMIN -> server.staff();
            case PARTNER -> server.partner("catalog", "bookings");
            default -> server.as(role, "one-" + role);
        };
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static int status(Api caller, String route) throws Exception {
        String[] parts = route.split(" ", 2);
        String path = Routes.filled(parts[1]);
        boolean takesBody = Set.of("POST", "PUT", "PATCH").contains(parts[0]);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        server.server().uri().resolve(path))
                .method(
                        parts[0],
                        takesBody ? HttpRequest.BodyPublishers.ofString("{}") : HttpRequest.BodyPublishers.noBody());
        if (takesBody) {
            request.header("Content-Type", typeAt(path));
        }
        caller.headers().forEach(request::header);
        if (!route.equals(STREAM)) {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }
        HttpResponse<InputStream> stream = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        stream.body().close();
        return stream.statusCode();
    }

    private static String typeAt(String path) {
        if (path.startsWith("/oauth/")) {
            return "application/x-www-form-urlencoded";
        }
        return path.endsWith("/images") ? "image/png" : "application/json";
    }

    private static boolean agrees(int status, Scope scope, Optional<Role> role) {
        if (scope == Scope.NONE) {
            return status == (role.isEmpty() ? 401 : 403);
        }
        return status != 401 && status != 403 && status < 500;
    }

    @Test
    void everyRouteStandsInOneRow() throws Exception {
        Set<String> described = new TreeSet<>(Routes.described());
        described.add(STREAM);
        assertThat(new TreeSet<>(Routes.permitted().keySet())).isEqualTo(described);
    }

    @Test
    void everyRoleMayDoWhatTheTableSaysAndNothingElse() throws Exception {
        List<String> wrong = new ArrayList<>();
        int pairs = 0;
        LinkedHashMap<String, Action> routes = new LinkedHashMap<>(Routes.permitted());
        routes.putLast(SIGN_OUT, Objects.requireNonNull(routes.get(SIGN_OUT)));
        for (Map.Entry<String, Action> route : routes.entrySet()) {
            for (Map.Entry<Optional<Role>, Api> caller : callers.entrySet()) {
                Optional<Role> role = caller.getKey();
                Scope scope = Permissions.scope(role.orElse(null), route.getValue());
                int status = status(caller.getValue(), route.getKey());
                pairs++;
                if (!agrees(status, scope, role)) {
                    wrong.add(route.getKey() + " as " + role + ", who reaches " + scope + ", answered " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(pairs).isGreaterThan(300);
    }

    @Test
    void noPathTakesMethodThatIsNotDescribed() throws Exception {
        Set<String> routes = Routes.permitted().keySet();
        Set<String> paths = new TreeSet<>();
        routes.stream().filter(route -> !route.equals(STREAM)).forEach(route -> paths.add(route.split(" ", 2)[1]));
        Api admin = Objects.requireNonNull(callers.get(Optional.of(Role.PROVIDER_ADMIN)));
        List<String> wrong = new ArrayList<>();
        for (String path : paths) {
            for (String method : METHODS) {
                String route = method + " " + path;
                int status = routes.contains(route) ? 405 : status(admin, route);
                if (status != 405) {
                    wrong.add(route + " answered " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(status(admin, "GET /api/v1/nothing")).isEqualTo(404);
    }

    private static int book(Api api, ResourceId room, String method) throws Exception {
        LocalDate day = LocalDate.now(ZoneId.of("America/New_York")).plusDays(3);
        return api.post(
                        "/api/v1/bookings",
                        "{'resourceId': '" + room + "', 'startDate': '" + day + "', 'endDate': '" + day.plusDays(1)
                                + "', 'quantity': 1, 'userDetails': {'firstName': 'Ann', 'lastName': 'Lee'},"
                                + " 'paymentMethod': '" + method + "'}")
                .status();
    }

    @Test
    void whatIsAskedInsideRoutesFollowsTheTableToo() throws Exception {
        ResourceId room = server.add(Sample.nights(20));
        String bookings = "/api/v1/sync/snapshot/prop:" + Sample.SITE + ":ops";
        for (Map.Entry<Optional<Role>, Api> caller : callers.entrySet()) {
            Role role = caller.getKey().orElse(null);
            boolean cash = Permissions.scope(role, Action.BOOK_WITHOUT_CARD) != Scope.NONE;
            assertThat(book(caller.getValue(), room, "pay_on_arrival")).isEqualTo(cash ? 201 : 403);
            boolean reads = Permissions.scope(role, Action.READ_BOOKING_FEED) != Scope.NONE;
            assertThat(caller.getValue().get(bookings).status()).isEqualTo(reads ? 200 : role == null ? 401 : 403);
        }
    }
}
