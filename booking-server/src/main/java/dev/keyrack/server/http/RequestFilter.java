package dev.keyrack.server.http;

import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.server.gate.CardNumberRule;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Reads the body once, within its size, refuses card numbers wherever they stand, and binds the idempotency key
/// to caller, route and body. Runs after the caller is known.
@Priority(Priorities.ENTITY_CODER)
final class RequestFilter implements ContainerRequestFilter {

    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_PICTURE_BYTES = 5 * 1024 * 1024;
    /// Set where the body was read.
    static final String READ = "dev.keyrack.body-read";

    private static final String KEY_HEADER = "Idempotency-Key";

    private static final int SLOWEST_BYTES_A_SECOND = 16 * 1024;
    private static final int CHUNK = 8 * 1024;
    private static final int MOST_DRAINED = 64 * 1024;
    private static final Duration DRAINED_WITHIN = Duration.ofSeconds(2);

    private final Duration patience;

    @Context
    private ResourceInfo target;

    /// @param patience how long a body may take beyond a second for each 16 KiB
    @SuppressWarnings("NullAway.Init")
    RequestFilter(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        int most = takesPicture() ? MOST_PICTURE_BYTES : MOST_BYTES;
        byte[] body = read(request.getEntityStream(), most + 1);
        if (body.length > most) {
            throw new ProblemException(ProblemType.BODY_TOO_LARGE, "At most " + most + " bytes.");
        }
        // a picture is no text: any digits in it mean nothing, and it is painted anew
        String text = takesPicture() ? "" : textOf(body);
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
        request.setProperty(READ, true);
        if (key != null) {
            request.setProperty(IdempotencyKey.PROPERTY, bind(request, key, body));
        }
    }

    /// Whether a body that nobody read is read to its end now, for nothing: a connection that closes on a client that
    /// still writes takes the answer with it. What is long, or comes slowly, is not waited for.
    static boolean drains(ContainerRequestContext request) {
        int length = request.getLength();
        if (length < 0 || length > MOST_DRAINED) {
            return false;
        }
        long begun = System.nanoTime();
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream stream = request.getEntityStream();
            int last = stream.read(chunk);
            while (last > 0 && System.nanoTime() - begun < DRAINED_WITHIN.toNanos()) {
                last = stream.read(chunk);
            }
            return last < 0;
        } catch (IOException _) {
            // it broke off, or was too slow: the connection closes then
            return false;
        }
    }

    /// Reads up to so many bytes, within the time that a slow line needs for them.
    private byte[] read(InputStream stream, int most) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        long begun = System.nanoTime();
        try {
            int length = stream.read(chunk, 0, Math.min(CHUNK, most));
            while (length > 0) {
                body.write(chunk, 0, length);
                Duration taken = Duration.ofNanos(System.nanoTime() - begun);
                if (taken.compareTo(patience.plusSeconds(body.size() / SLOWEST_BYTES_A_SECOND)) > 0) {
                    throw new ProblemException(ProblemType.TOO_SLOW, "The body did not come to its end.");
                }
                length = stream.read(chunk, 0, Math.min(CHUNK, most - body.size()));
            }
            return body.toByteArray();
        } catch (IOException e) {
            throw e.getCause() instanceof TimeoutException
                    ? new ProblemException(ProblemType.TOO_SLOW, "The body did not come to its end.")
                    : ProblemException.malformed("body", "broke off");
        }
    }

    /// JSON that is exchanged is UTF-8 (RFC 8259, section 8.1) and has no NUL; a parser that guesses another
    /// encoding would read what nobody has looked at.
    private static String textOf(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (CharacterCodingException _) {
            // the same as with NUL: it is no text
        }
        throw ProblemException.malformed("body", "is not UTF-8");
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
