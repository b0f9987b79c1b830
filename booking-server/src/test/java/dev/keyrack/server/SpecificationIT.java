package dev.keyrack.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sends the specification's six requests as they stand there, with ids and dates replaced, and compares the answers'
/// status, fields, order and types.
class SpecificationIT {

    private final LocalDate start = LocalDate.now(ZoneOffset.UTC).plusDays(40);

    @TempDir
    Path folder;

    private static void assertShape(JsonNode answer, List<String> fields) {
        assertThat(answer.fieldNames()).toIterable().startsWith(fields.toArray(String[]::new));
    }

    @Test
    void answersTheSpecificationsRequestsAsItShows() throws Exception {
        try (TestServer server = new TestServer(folder)) {
            ResourceId id = server.add(Sample.nights(5));
            Api guest = register(server.api());
            search(guest);
            check(guest, id);
            String booking = create(guest, id);
            details(guest, booking);
            list(guest, booking);
            cancel(guest, booking);
        }
    }

    private String userId = "";

    private Api register(Api api) throws Exception {
        JsonNode account = api.post(
                        "/api/v1/users",
                        "{'userDetails': {'firstName': 'John', 'lastName': 'Doe', 'email': 'john@example.com'},"
                                + " 'password': 'correct horse battery'}")
                .body();
        userId = account.path("userId").asText();
        return api.as(account.path("accessToken").asText());
    }

    private void search(Api api) throws Exception {
        Api.Reply reply = api.get("/api/v1/resources/search?type=hotel&location=New%20York&checkIn=" + start
                + "&checkOut=" + start.plusDays(4) + "&guests=2&minPrice=100.00&maxPrice=200.00&amenities=wifi,pool"
                + "&page=1&limit=20");
        assertThat(reply.status()).isEqualTo(200);
        JsonNode first = reply.body().path("data").path(0);
        assertShape(
                first, List.of("id", "type", "name", "location", "price", "currency", "rating", "available", "images"));
        assertThat(first.path("type").asText()).isEqualTo("hotel");
        assertThat(first.path("price").isNumber()).isTrue();
        assertThat(first.path("price").decimalValue()).isEqualByComparingTo("150.00");
        assertThat(first.path("currency").asText()).isEqualTo("USD");
        assertThat(first.path("rating").isNumber()).isTrue();
        assertThat(first.path("available").booleanValue()).isTrue();
        assertThat(first.path("images")).hasSize(2);
        assertShape(reply.body().path("pagination"), List.of("page", "limit", "total"));
        assertThat(reply.body().path("pagination").path("total").asInt()).isEqualTo(1);
    }

    private void check(Api api, ResourceId id) throws Exception {
        Api.Reply reply = api.post(
                "/api/v1/availability/check",
                "{'resourceId': '" + id + "', 'startDate': '" + start + "', 'endDate': '" + start.plusDays(4)
                        + "', 'quantity': 1}");
        assertThat(reply.status()).isEqualTo(200);
        assertShape(reply.body(), List.of("available", "resourceId", "availableQuantity", "price", "currency"));
        assertThat(reply.body().path("available").booleanValue()).isTrue();
        assertThat(reply.body().path("availableQuantity").asInt()).isEqualTo(5);
        assertThat(reply.body().path("price").decimalValue()).isEqualByComparingTo("150.00");
    }

    private String create(Api api, ResourceId id) throws Exception {
        Api.Reply reply = api.post("/api/v1/bookings", """
                {'resourceId': '%s', 'startDate': '%s', 'endDate': '%s', 'quantity': 1,
                 'userDetails': {'firstName': 'John', 'lastName': 'Doe', 'email': 'john@example.com',
                                 'phone': '+1234567890'},
                 'paymentMethod': 'credit_card', 'paymentDetails': {'token': 'payment_token_xyz'}}
                """.formatted(id, start, start.plusDays(4)));
        assertThat(reply.status()).isEqualTo(201);
        assertShape(
                reply.body(),
                List.of(
                        "bookingId",
                        "status",
                        "resourceId",
                        "startDate",
                        "endDate",
                        "totalPrice",
                        "currency",
                        "confirmationCode",
                        "createdAt"));
        assertThat(reply.text("bookingId")).startsWith("bkg_");
        assertThat(reply.text("status")).isEqualTo("confirmed");
        assertThat(reply.body().path("totalPrice").decimalValue()).isEqualByComparingTo("600.00");
        assertThat(reply.text("confirmationCode")).matches("[A-Z0-9]{9}");
        assertThat(reply.text("createdAt")).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        return reply.text("bookingId");
    }

    private void details(Api api, String booking) throws Exception {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(api.get("/api/v1/bookings/" + booking).text("paymentStatus"))
                                .isEqualTo("paid"));
        Api.Reply reply = api.get("/api/v1/bookings/" + booking);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().fieldNames())
                .toIterable()
                .contains(
                        "bookingId",
                        "status",
                        "resourceId",
                        "resourceName",
                        "startDate",
                        "endDate",
                        "totalPrice",
                        "currency",
                        "confirmationCode",
                        "userDetails",
                        "paymentStatus",
                        "createdAt",
                        "updatedAt");
        assertThat(reply.text("resourceName")).isEqualTo("Grand Hotel");
        assertThat(reply.body().path("userDetails").path("email").asText()).isEqualTo("john@example.com");
    }

    private void list(Api api, String booking) throws Exception {
        Api.Reply reply = api.get("/api/v1/users/" + userId + "/bookings?status=confirmed&page=1&limit=20");
        assertThat(reply.status()).isEqualTo(200);
        JsonNode first = reply.body().path("data").path(0);
        assertShape(first, List.of("bookingId", "status", "resourceName", "startDate", "endDate", "totalPrice"));
        assertThat(first.path("bookingId").asText()).isEqualTo(booking);
        assertThat(api.get("/api/v1/users/" + userId + "/bookings?status=cancelled")
                        .body()
                        .path("data"))
                .isEmpty();
    }

    private void cancel(Api api, String booking) throws Exception {
        Api.Reply reply = api.post(
                "/api/v1/bookings/" + booking + "/cancel", "{'reason': 'Change of plans', 'refundRequested': true}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().fieldNames())
                .toIterable()
                .containsExactly("bookingId", "status", "refundAmount", "refundStatus", "cancelledAt");
        assertThat(reply.text("status")).isEqualTo("cancelled");
        assertThat(reply.body().path("refundAmount").decimalValue()).isEqualByComparingTo("600.00");
        assertThat(reply.text("refundStatus")).isEqualTo("processing");
    }
}
