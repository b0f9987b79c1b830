package dev.keyrack.server.http;

import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.Revision;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;

/// The revision that a change expects (RFC 9110, section 13.1.1).
public final class IfMatch {

    private IfMatch() {}

    /// @throws ProblemException PRECONDITION_REQUIRED if the request names none
    public static Revision require(ContainerRequestContext request) {
        Revision revision = find(request);
        if (revision == null) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_REQUIRED, "Name the revision you saw, as If-Match: \"3\".");
        }
        return revision;
    }

    /// The revision, or null if the request names none or any (`*`).
    public static @Nullable Revision find(ContainerRequestContext request) {
        String tag = request.getHeaderString("If-Match");
        if (tag == null || tag.equals("*")) {
            return null;
        }
        try {
            return Revision.ofEntityTag(tag);
        } catch (IllegalArgumentException e) {
            throw ProblemException.malformed("If-Match", String.valueOf(e.getMessage()));
        }
    }
}
