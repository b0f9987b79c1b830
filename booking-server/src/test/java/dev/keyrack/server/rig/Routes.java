package dev.keyrack.server.rig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyrack.server.access.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The routes of the committed description, and those that `permissions.md` names for each action.
public final class Routes {

    private static final Path DESCRIPTION = Path.of("src/main/resources/openapi.json");
    private static final Path PERMISSIONS = Path.of("src/main/resources/permissions.md");
    private static final Pattern NAMED =
            Pattern.compile("(?:\\| |<br>)((?:GET|POST|PUT|PATCH|DELETE) /\\S+?)(?=<br>| \\|)");

    private Routes() {}

    /// Every method and path of `openapi.json`, such as `GET /api/v1/sites`.
    public static List<String> described() throws IOException {
        JsonNode paths =
                new ObjectMapper().readTree(Files.readString(DESCRIPTION)).path("paths");
        List<String> routes = new ArrayList<>();
        paths.properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> routes.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        return routes;
    }

    /// A described path with identifiers of the right shape in it, of which there is nothing.
    public static String filled(String path) {
        return path.replace("{bookingId}", "bkg_0")
                .replace("{holdId}", "hld_0")
                .replace("{userId}", "usr_0")
                .replace("{guestId}", "gst_0")
                .replace("{keyId}", "key_0")
                .replace("{sessionId}", "ses_0")
                .replace("{scope}", "tenant:catalog")
                .replace("{name}", "none.png")
                .replace("{id}", path.startsWith("/api/v1/units") ? "unt_0" : "res_0");
    }

    /// What each route of `permissions.md` does.
    public static Map<String, Action> permitted() throws IOException {
        Map<String, Action> routes = new LinkedHashMap<>();
        for (String line : Files.readAllLines(PERMISSIONS)) {
            Matcher named = NAMED.matcher(line);
            while (named.find()) {
                Action action = Action.valueOf(line.substring(2, line.indexOf(' ', 2)));
                if (routes.put(named.group(1), action) != null) {
                    throw new IllegalStateException(named.group(1) + " stands in two rows");
                }
            }
        }
        return routes;
    }
}
