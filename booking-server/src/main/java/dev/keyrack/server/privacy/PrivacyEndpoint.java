package dev.keyrack.server.privacy;

import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Answers;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/// Tells people what is kept of them.
@Path("/privacy")
public final class PrivacyEndpoint {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

    private final PolicyPages pages;

    public PrivacyEndpoint(PolicyPages pages) {
        this.pages = pages;
    }

    @GET
    @Produces(PolicyPages.TYPE)
    @Allowed(Action.READ_POLICIES)
    @Answers(byte[].class)
    public Response show(@Context HttpHeaders headers) {
        return answer(pages.page("privacy", headers.getAcceptableLanguages()));
    }

    /// A page that no other may frame, and that loads nothing but its style.
    static Response answer(PolicyPages.Page page) {
        return Response.ok(page.html(), PolicyPages.TYPE)
                .header("Content-Language", page.language())
                .header("X-Frame-Options", "DENY")
                .header("Content-Security-Policy", POLICY)
                .build();
    }
}
