package dev.keyrack.server.oauth;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// As much of a browser as the pages of a sign-in need: it keeps the cookie, and sends the hidden field of a form with
/// what was filled in. It follows no redirect, so that a test sees where it would go.
final class Browser {

    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"form\" value=\"([^\"]+)\">");
    private static final Pattern ACTION = Pattern.compile("<form method=\"post\" action=\"([^\"]+)\">");

    private final HttpClient http;
    private final URI server;
    private final String language;
    String cookie = "";

    Browser(HttpClient http, URI server, String language) {
        this.http = http;
        this.server = server;
        this.language = language;
    }

    Browser(URI server) {
        this(HttpClient.newHttpClient(), server, "en");
    }

    /// What is shown, or where it goes.
    record Page(int status, String html, HttpResponse<String> raw) {

        String form() {
            return first(HIDDEN);
        }

        String action() {
            return first(ACTION);
        }

        private String first(Pattern pattern) {
            Matcher found = pattern.matcher(html);
            if (!found.find()) {
                throw new AssertionError("no " + pattern + " in " + status + " " + html);
            }
            return found.group(1);
        }

        Optional<URI> location() {
            return header("Location").map(URI::create);
        }

        Optional<String> header(String name) {
            return raw.headers().firstValue(name);
        }
    }

    Page open(String address) throws Exception {
        return send(HttpRequest.newBuilder(server.resolve(address)).GET());
    }

    /// Sends the form of a page.
    ///
    /// @param filled names and values in turn
    Page submit(Page page, String... filled) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("form", page.form());
        for (int i = 0; i < filled.length; i += 2) {
            fields.put(filled[i], filled[i + 1]);
        }
        return post(page.action(), fields);
    }

    Page post(String path, Map<String, String> fields) throws Exception {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private Page send(HttpRequest.Builder request) throws Exception {
        request.header("Accept-Language", language);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.replaceFirst(";.*", ""));
        return new Page(answer.statusCode(), answer.body(), answer);
    }
}
