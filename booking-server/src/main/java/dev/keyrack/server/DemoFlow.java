package dev.keyrack.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.server.persistence.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Walks through the specification's flow as a guest does, over HTTP, and prints each request and answer.
final class DemoFlow {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long PAUSE_MILLIS = 100;
    private static final int DAYS_AHEAD = 30;
    private static final int NIGHTS = 3;
    private static final String EMAIL = "ana.demo@example.com";
    private static final UserDetails GUEST = new UserDetails("Ana", "Demo", EMAIL, "+1234567890");
    /// Shows amounts as the server wrote them: 12.00, not 12.
    private static final ObjectReader VERBATIM =
            Json.MAPPER.reader().without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

    private final URI server;
    private final Path folder;
    private final LocalDate checkIn;
    private final PrintWriter out;
    private final HttpClient client = HttpClient.newHttpClient();
    private int step;
    private String token = "";

    /// @param folder the server's data folder, where its mails are
    DemoFlow(URI server, Path folder, LocalDate today, PrintWriter out) {
        this.server = server;
        this.folder = folder;
        this.checkIn = today.plusDays(DAYS_AHEAD);
        this.out = out;
    }

    /// An answer that the specification does not have there.
    static final class UnexpectedAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnexpectedAnswer(String message) {
            super(message);
        }
    }

    /// The guest of the demonstration.
    record Guest(String userId, String email, String password) {}

    private record Answer(int status, JsonNode body) {}

    /// @throws UnexpectedAnswer at the first answer that is not as specified
    Guest run() throws IOException, InterruptedException {
        String resource = search();
        checkAvailability(resource);
        Guest guest = register();
        String hold = hold(resource);
        JsonNode booking = book(resource, hold);
        String id = booking.path("bookingId").asText();
        title("The booking's details: the payment is captured after the confirmation");
        awaitPayment(id, "paid");
        listBookings(guest, id);
        cancel(id, booking);
        title("The details again: the refund has arrived");
        awaitPayment(id, "refunded");
        showMails(booking.path("confirmationCode").asText());
        return guest;
    }

    private String search() throws IOException, InterruptedException {
        title("Search: which rooms in Lisbon are free for two?");
        Answer answer = call(
                "GET",
                "/api/v1/resources/search?type=hotel&location=Lisbon&checkIn=" + checkIn + "&checkOut=" + checkOut()
                        + "&guests=2&available=true&sort=price&limit=2",
                null);
        expect(answer, 200, "data", data -> !data.isEmpty());
        JsonNode found = answer.body().path("data").path(0);
        expect(
                answer,
                200,
                "data.0.available",
                available -> found.path("available").asBoolean());
        return found.path("id").asText();
    }

    private LocalDate checkOut() {
        return checkIn.plusDays(NIGHTS);
    }

    private Map<String, Object> wanted(String resource) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("resourceId", resource);
        wanted.put("startDate", checkIn.toString());
        wanted.put("endDate", checkOut().toString());
        wanted.put("quantity", 1);
        return wanted;
    }

    private void checkAvailability(String resource) throws IOException, InterruptedException {
        title("Availability: is it still free, and at what price?");
        Answer answer = call("POST", "/api/v1/availability/check", wanted(resource));
        expect(answer, 200, "available", JsonNode::asBoolean);
        expect(answer, 200, "availableQuantity", quantity -> quantity.asInt() > 0);
    }

    private Guest register() throws IOException, InterruptedException {
        title("An account: the guest registers");
        String password = "demo-" + UUID.randomUUID();
        Map<String, Object> registration = new LinkedHashMap<>();
        registration.put("userDetails", GUEST);
        registration.put("password", password);
        Answer answer = call("POST", "/api/v1/users", registration);
        expect(answer, 201, "accessToken", JsonNode::isTextual);
        token = answer.body().path("accessToken").asText();
        return new Guest(answer.body().path("userId").asText(), EMAIL, password);
    }

    private String hold(String resource) throws IOException, InterruptedException {
        title("Hold: keep it for ten minutes");
        Map<String, Object> wanted = wanted(resource);
        wanted.put("guests", 2);
        Answer answer = call("POST", "/api/v1/holds", wanted);
        expect(answer, 201, "status", status -> status.asText().equals("active"));
        return answer.body().path("holdId").asText();
    }

    private JsonNode book(String resource, String hold) throws IOException, InterruptedException {
        title("Booking: pay with a token and confirm");
        Map<String, Object> wanted = wanted(resource);
        wanted.put("userDetails", GUEST);
        wanted.put("paymentMethod", "credit_card");
        wanted.put("paymentDetails", Map.of("token", "payment_token_xyz"));
        wanted.put("holdId", hold);
        wanted.put("guests", 2);
        Answer answer = call("POST", "/api/v1/bookings", wanted);
        expect(answer, 201, "status", status -> status.asText().equals("confirmed"));
        return answer.body();
    }

    private void listBookings(Guest guest, String id) throws IOException, InterruptedException {
        title("The list of the guest's bookings");
        Answer answer =
                call("GET", "/api/v1/users/" + guest.userId() + "/bookings?status=confirmed&page=1&limit=10", null);
        expect(
                answer,
                200,
                "data",
                data -> data.path(0).path("bookingId").asText().equals(id));
    }

    private void cancel(String id, JsonNode booking) throws IOException, InterruptedException {
        title("Cancel: a month ahead, everything goes back");
        Answer answer = call(
                "POST",
                "/api/v1/bookings/" + id + "/cancel",
                Map.of("reason", "Change of plans", "refundRequested", true));
        expect(answer, 200, "status", status -> status.asText().equals("cancelled"));
        expect(answer, 200, "refundStatus", status -> status.asText().equals("processing"));
        expect(
                answer,
                200,
                "refundAmount",
                refund -> refund.decimalValue()
                                .compareTo(booking.path("totalPrice").decimalValue())
                        == 0);
    }

    private void awaitPayment(String id, String status) throws IOException, InterruptedException {
        String path = "/api/v1/bookings/" + id;
        long end = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = send("GET", path, null);
        while (!answer.body().path("paymentStatus").asText().equals(status) && System.nanoTime() < end) {
            Thread.sleep(PAUSE_MILLIS);
            answer = send("GET", path, null);
        }
        printRequest("GET", path, null);
        print(answer);
        expect(answer, 200, "paymentStatus", word -> word.asText().equals(status));
    }

    private void showMails(String code) throws IOException, InterruptedException {
        title("The mails that the guest was sent, with receipt and calendar file");
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Path> mails = mails(code);
        while (mails.size() < 2 && System.nanoTime() < end) {
            Thread.sleep(PAUSE_MILLIS);
            mails = mails(code);
        }
        mails.forEach(mail -> out.println("  " + mail));
        if (mails.size() < 2) {
            throw new UnexpectedAnswer("expected a mail for the confirmation and one for the cancellation");
        }
    }

    private List<Path> mails(String code) throws IOException {
        Path mail = folder.resolve("mail");
        if (!Files.isDirectory(mail)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(mail)) {
            return files.filter(file -> file.getFileName().toString().contains("-" + code + "-")
                            && file.getFileName().toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
    }

    private void title(String text) {
        step++;
        out.printf("%n== %d. %s%n", step, text);
        out.flush();
    }

    private Answer call(String method, String path, @Nullable Map<String, Object> body)
            throws IOException, InterruptedException {
        printRequest(method, path, body);
        Answer answer = send(method, path, body);
        print(answer);
        return answer;
    }

    private Answer send(String method, String path, @Nullable Map<String, Object> body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .method(method, HttpRequest.BodyPublishers.ofString(Json.write(body)));
        }
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.body().isBlank() ? MissingNode.getInstance() : VERBATIM.readTree(response.body()));
    }

    private void printRequest(String method, String path, @Nullable Map<String, Object> body) {
        out.println("> " + method + " " + path);
        if (body != null) {
            printJson("> ", Json.MAPPER.valueToTree(body));
        }
        out.flush();
    }

    private void print(Answer answer) {
        out.println("< " + answer.status());
        printJson("< ", answer.body());
        out.flush();
    }

    private void printJson(String margin, JsonNode json) {
        for (String line : json.toPrettyString().lines().toList()) {
            boolean secret = line.contains("\"password\"") || line.contains("\"accessToken\"");
            out.println(margin + (secret ? line.replaceFirst("(: ?)\".*\"", "$1\"...\"") : line));
        }
    }

    private static void expect(Answer answer, int status, String field, Predicate<JsonNode> as) {
        JsonNode value = answer.body().at("/" + field.replace('.', '/'));
        if (answer.status() != status || value.isMissingNode() || !as.test(value)) {
            throw new UnexpectedAnswer("expected " + status + " and another " + field + " than " + value);
        }
    }
}
