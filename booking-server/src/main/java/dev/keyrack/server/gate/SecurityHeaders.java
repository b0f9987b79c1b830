package dev.keyrack.server.gate;

import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/// What every answer says to browsers: never to guess its type, to load and run nothing in it, to tell nobody its
/// address, and under TLS to come back by TLS only (RFC 6797). A page that needs more says so itself.
public final class SecurityHeaders implements HttpConfiguration.Customizer {

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "Content-Security-Policy",
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "Referrer-Policy",
            "no-referrer");

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        addTo(answer, request.isSecure());
        return request;
    }

    /// Adds those that are not there yet.
    public static void addTo(HttpFields.Mutable answer, boolean secure) {
        ALWAYS.forEach((name, value) -> {
            if (!answer.contains(name)) {
                answer.put(name, value);
            }
        });
        if (secure) {
            answer.put("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
