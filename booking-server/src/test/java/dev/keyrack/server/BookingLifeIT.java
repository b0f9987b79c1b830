package dev.keyrack.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of bookings over HTTP: payments of every kind, repeats, changes, the desk's steps and their undo.
class BookingLifeIT {

    private final LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestServer server;

    @SuppressWarnings("NullAway.Init")
    private ResourceId room;

    @BeforeEach
    void open() {
        server = new TestServer(folder);
        room = server.add(Sample.nights(1));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String body(LocalDate from, int nights, String token) {
        return "{'resourceId': '" + room + "', 'startDate': '" + from + "', 'endDate': '" + from.plusDays(nights)
                + "', 'quantity': 1, 'userDetails': {'firstName': 'Ann', 'lastName': 'Lee',"
                + " 'email': 'ann@example.com'}, 'paymentMethod': 'credit_card', 'paymentDetails': {'token': '" + token
                + "'}}";
    }

    private void awaitStatus(String booking, String field, String expected) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                server.api().get("/api/v1/bookings/" + booking).text(field))
                        .isEqualTo(expected));
    }

    private int free(LocalDate night) throws Exception {
        return server.api()
                .post(
                        "/api/v1/availability/check",
                        "{'resourceId': '" + room + "', 'startDate': '" + night + "', 'endDate': '" + night.plusDays(1)
                                + "', 'quantity': 1}")
                .body()
                .path("availableQuantity")
                .asInt();
    }

    @Test
    void givesTheRoomBackWhenTheCardIsDeclined() throws Exception {
        Api.Reply declined =
                server.api().post("/api/v1/bookings", body(today.plusDays(3), 1, "tok_decline_insufficient_funds"));
        assertThat(declined.status()).isEqualTo(402);
        assertThat(declined.text("type")).isEqualTo("/problems/payment-declined");
        assertThat(server.api()
                        .post("/api/v1/bookings", body(today.plusDays(3), 1, "tok_partial"))
                        .status())
                .isEqualTo(402);
        assertThat(free(today.plusDays(3))).isEqualTo(1);
    }

    @Test
    void keepsTheRoomWhileAPaymentIsUnknownAndConfirmsOnceTheGatewayAnswers() throws Exception {
        Api keyed = server.api().with("Idempotency-Key", "unknown-1");
        Api.Reply open = keyed.post("/api/v1/bookings", body(today.plusDays(3), 1, "tok_timeout"));
        assertThat(open.status()).isEqualTo(202);
        assertThat(open.text("status")).isEqualTo("requested");
        assertThat(free(today.plusDays(3))).isZero();
        awaitStatus(open.text("bookingId"), "status", "confirmed");
        awaitStatus(open.text("bookingId"), "paymentStatus", "paid");
        Api.Reply repeated = keyed.post("/api/v1/bookings", body(today.plusDays(3), 1, "tok_timeout"));
        assertThat(repeated.status()).isEqualTo(201);
        assertThat(repeated.text("bookingId")).isEqualTo(open.text("bookingId"));
    }

    @Test
    void answersARepeatedRequestTheSameAndRefusesTheKeyForAnother() throws Exception {
        Api keyed = server.api().with("Idempotency-Key", "repeat-1");
        Api.Reply first = keyed.post("/api/v1/bookings", body(today.plusDays(5), 1, "tok_approve"));
        Api.Reply second = keyed.post("/api/v1/bookings", body(today.plusDays(5), 1, "tok_approve"));
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.raw().body()).isEqualTo(first.raw().body());
        Api.Reply other = keyed.post("/api/v1/bookings", body(today.plusDays(6), 1, "tok_approve"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("type")).isEqualTo("/problems/key-reused");
    }

    @Test
    void chargesTheDifferenceOfALongerStayAndRefundsThatOfAShorterOne() throws Exception {
        String id = server.api()
                .post("/api/v1/bookings", body(today.plusDays(3), 2, "tok_approve"))
                .text("bookingId");
        awaitStatus(id, "paymentStatus", "paid");
        String path = "/api/v1/bookings/" + id;
        Api.Reply longer = change(path, today.plusDays(2), today.plusDays(6));
        assertThat(longer.status()).isEqualTo(200);
        assertThat(longer.body().path("totalPrice").decimalValue()).isEqualByComparingTo("600.00");
        awaitStatus(id, "paymentStatus", "paid");
        Api.Reply shorter = change(path, today.plusDays(4), today.plusDays(5));
        assertThat(shorter.body().path("totalPrice").decimalValue()).isEqualByComparingTo("150.00");
        assertThat(free(today.plusDays(3))).isEqualTo(1);
        assertThat(free(today.plusDays(4))).isZero();
        assertThat(server.api().send("PATCH", path, "{'notes': 'late'}").text("type"))
                .isEqualTo("/problems/precondition-required");
    }

    @Test
    void offersWhatIsNearWhenAChangeFindsItsNightsSold() throws Exception {
        server.api().post("/api/v1/bookings", body(today.plusDays(3), 1, "tok_approve"));
        String id = server.api()
                .post("/api/v1/bookings", body(today.plusDays(9), 1, "tok_approve"))
                .text("bookingId");
        awaitStatus(id, "paymentStatus", "paid");
        Api.Reply refused = change("/api/v1/bookings/" + id, today.plusDays(3), today.plusDays(4));
        assertThat(refused.text("type")).isEqualTo("/problems/sold-out");
        assertThat(refused.body().at("/alternatives/0/startDate").asText())
                .isIn(today.plusDays(2).toString(), today.plusDays(4).toString());
        assertThat(free(today.plusDays(9))).isZero();
    }

    private Api.Reply change(String path, LocalDate from, LocalDate to) throws Exception {
        String tag = server.api().get(path).entityTag();
        return server.api()
                .with("If-Match", tag)
                .send("PATCH", path, "{'startDate': '" + from + "', 'endDate': '" + to + "'}");
    }

    @Test
    void checksInOutAndBackAgain() throws Exception {
        UnitId unit = server.addUnit(room, "101");
        Api staff = server.staff();
        String path = "/api/v1/bookings/"
                + staff.post("/api/v1/bookings", body(today, 3, "tok_approve")).text("bookingId");
        assertThat(server.api().post(path + "/check-in", "{}").status()).isEqualTo(401);
        Api.Reply arrived = staff.post(path + "/check-in", "{}");
        assertThat(arrived.text("status")).isEqualTo("checked_in");
        assertThat(arrived.text("unitId")).isEqualTo(unit.value());
        assertThat(staff.send("DELETE", path + "/check-in", null).text("status"))
                .isEqualTo("confirmed");
        staff.post(path + "/check-in", "{}");
        Api.Reply left = staff.post(path + "/check-out", null);
        assertThat(left.text("status")).isEqualTo("completed");
        assertThat(left.text("endDate")).isEqualTo(today.plusDays(1).toString());
        assertThat(free(today.plusDays(1))).isEqualTo(1);
        Api.Reply back = staff.send("DELETE", path + "/check-out", null);
        assertThat(back.text("endDate")).isEqualTo(today.plusDays(3).toString());
        assertThat(free(today.plusDays(1))).isZero();
        assertThat(staff.post(path + "/no-show", null).text("type")).isEqualTo("/problems/wrong-status");
    }

    @Test
    void endsAHoldWhenItIsReleasedAndOffersTheNearestDatesMeanwhile() throws Exception {
        LocalDate night = today.plusDays(9);
        String stay = "{'resourceId': '" + room + "', 'startDate': '" + night + "', 'endDate': '" + night.plusDays(1)
                + "', 'quantity': 1}";
        Api.Reply hold = server.api().post("/api/v1/holds", stay);
        assertThat(hold.status()).isEqualTo(201);
        Api.Reply refused = server.api().post("/api/v1/holds", stay);
        assertThat(refused.text("type")).isEqualTo("/problems/sold-out");
        assertThat(refused.body().path("alternatives")).isNotEmpty();
        String path = "/api/v1/holds/" + hold.text("holdId");
        assertThat(server.api().post(path + "/extend", null).status()).isEqualTo(200);
        assertThat(server.api().post(path + "/extend", null).status()).isEqualTo(409);
        assertThat(server.api().post(path + "/release", null).text("status")).isEqualTo("released");
        assertThat(free(night)).isEqualTo(1);
        assertThat(server.api().post(path + "/release", null).status()).isEqualTo(410);
    }

    @Test
    void refusesCardNumbersUnknownFieldsAndNothingAtAll() throws Exception {
        String body = body(today.plusDays(3), 1, "tok_approve");
        assertThat(server.api()
                        .post("/api/v1/bookings", body.replace("Lee", "4111 1111 1111 1111"))
                        .text("type"))
                .isEqualTo("/problems/card-number-refused");
        assertThat(server.api()
                        .post("/api/v1/bookings", body.replace("{'resourceId'", "{'quantitty': 1, 'resourceId'"))
                        .text("field"))
                .isEqualTo("quantitty");
        assertThat(server.api().post("/api/v1/bookings", null).status()).isIn(400, 415);
        assertThat(server.api().post("/api/v1/bookings", "null").status()).isEqualTo(400);
        assertThat(server.api()
                        .post(
                                "/api/v1/bookings",
                                body.replace(today.plusDays(3).toString(), "2020-01-01")
                                        .replace(today.plusDays(4).toString(), "2020-01-02"))
                        .text("type"))
                .isEqualTo("/problems/past-date");
        assertThat(free(today.plusDays(3))).isEqualTo(1);
    }
}
