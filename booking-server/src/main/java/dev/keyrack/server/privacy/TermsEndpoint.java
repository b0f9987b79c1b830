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

/// Tells people under which terms they book.
@Path("/terms")
public final class TermsEndpoint {

    private final PolicyPages pages;

    public TermsEndpoint(PolicyPages pages) {
        this.pages = pages;
    }

    @GET
    @Produces(PolicyPages.TYPE)
    @Allowed(Action.READ_POLICIES)
    @Answers(byte[].class)
    public Response show(@Context HttpHeaders headers) {
        return PrivacyEndpoint.answer(pages.page("terms", headers.getAcceptableLanguages()));
    }
}
