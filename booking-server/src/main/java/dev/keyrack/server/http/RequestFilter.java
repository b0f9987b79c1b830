package dev.keyrack.server.http;

import dev.keyrack.contract.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

/// Reads the body once, within its size, refuses card numbers wherever they stand, and binds the idempotency key
/// to caller, route and body. Runs after the caller is known.
@Priority(Priorities.ENTITY_CODER)
final class RequestFilter implements ContainerRequestFilter {

    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_PICTURE_BYTES = 5 * 1024 * 1024;
    private static final String KEY_HEADER = "Idempotency-Key";

    @Context
    private ResourceInfo target;

    @SuppressWarnings("NullAway.Init")
    RequestFilter() {}

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        int most = takesPicture() ? MOST_PICTURE_BYTES : MOST_BYTES;
        byte[] body = request.getEntityStream().readNBytes(most + 1);
        if (body.length > most) {
            throw new ProblemException(ProblemType.BODY_TOO_LARGE, "At most " + most + " bytes.");
        }
        // a picture is no text: any digits in it mean nothing, and it is painted anew
        String text = takesPicture() ? "" : new String(body, StandardCharsets.UTF_8);
        String key = request.getHeaderString(KEY_HEADER);
        if (Stream.concat(Stream.of(text, key == null ? "" : key), inAddress(request.getUriInfo()))
                .anyMatch(CardNumberRule::holdsCardNumber)) {
            throw new ProblemException(
                    ProblemType.CARD_NUMBER_REFUSED,
                    "This looks like a card number. Use the terminal: it gives a token.");
        }
        if (takesBody() && (takesPicture() ? body.length == 0 : isNothing(text))) {
            throw ProblemException.malformed("body", "is missing");
        }
        request.setEntityStream(new ByteArrayInputStream(body));
        if (key != null) {
            request.setProperty(IdempotencyKey.PROPERTY, bind(request, key, body));
        }
    }

    /// The path and all names and values of the query, decoded.
    private static Stream<String> inAddress(UriInfo address) {
        return Stream.concat(
                Stream.of(address.getPath()),
                address.getQueryParameters().entrySet().stream()
                        .flatMap(entry -> Stream.concat(Stream.of(entry.getKey()), entry.getValue().stream())));
    }

    /// A parameter without annotations is what the body is read into.
    private boolean takesBody() {
        return Arrays.stream(target.getResourceMethod().getParameters())
                .anyMatch(parameter -> parameter.getAnnotations().length == 0);
    }

    private boolean takesPicture() {
        Consumes consumes = target.getResourceMethod().getAnnotation(Consumes.class);
        return consumes != null && Arrays.stream(consumes.value()).allMatch(type -> type.startsWith("image/"));
    }

    private static boolean isNothing(String body) {
        String text = body.strip();
        return text.isEmpty() || text.equals("null");
    }

    private static IdempotencyKey bind(ContainerRequestContext request, String key, byte[] body) {
        if (!key.matches("[\\x21-\\x7e]{1,200}")) {
            throw ProblemException.malformed(KEY_HEADER, "expected 1 to 200 visible characters");
        }
        String route = request.getMethod() + " " + request.getUriInfo().getPath();
        if (route.length() > 200) {
            throw ProblemException.malformed(KEY_HEADER, "the path is too long for a key");
        }
        return new IdempotencyKey(Caller.of(request), route, key, hash(body));
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
