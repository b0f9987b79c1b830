package dev.keyrack.server.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestServer;
import dev.keyrack.server.verification.Verification;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Money at the desk over HTTP: what it costs before it is done, cash, cards, and what is refused.
class DeskPaymentIT {

    private final LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestServer server;

    @SuppressWarnings("NullAway.Init")
    private ResourceId room;

    @SuppressWarnings("NullAway.Init")
    private Api desk;

    @BeforeEach
    void open() throws Exception {
        server = new TestServer(folder);
        room = server.add(Sample.nights(3));
        desk = server.as(Role.FRONT_DESK, "dora");
    }

    @AfterEach
    void close() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(server.verify()).allMatch(Verification.Check::holds));
        server.close();
    }

    private String body(String method, int nights) {
        return "{'resourceId': '" + room + "', 'startDate': '" + today.plusDays(3) + "', 'endDate': '"
                + today.plusDays(3L + nights)
                + "', 'quantity': 1, 'userDetails': {'firstName': 'Ann', 'lastName': 'Lee'}, 'paymentMethod': '"
                + method + "'}";
    }

    private String book(String method, int nights) throws Exception {
        Api.Reply made = desk.post("/api/v1/bookings", body(method, nights));
        assertThat(made.status()).isEqualTo(201);
        return "/api/v1/bookings/" + made.text("bookingId");
    }

    private Api.Reply pay(Api api, String path, String method, String amount) throws Exception {
        String token = method.equals("cash") ? "" : ", 'paymentDetails': {'token': 'tok_approve'}";
        return api.post(path + "/payments", "{'paymentMethod': '" + method + "', 'amount': " + amount + token + "}");
    }

    private void assertMoney(String path, String paid, String status) throws Exception {
        Api.Reply booking = desk.get(path);
        assertThat(booking.body().path("paidAmount").decimalValue()).isEqualByComparingTo(paid);
        assertThat(booking.text("paymentStatus")).isEqualTo(status);
    }

    @Test
    void sellsForCashAtOnceAndPaysItBackAtOnce() throws Exception {
        String path = book("cash", 2);
        assertMoney(path, "300.00", "paid");
        assertThat(desk.get(path).text("status")).isEqualTo("confirmed");
        Api.Reply quote = desk.get(path + "/cancellation-quote");
        assertThat(quote.body().path("refundAmount").decimalValue()).isEqualByComparingTo("300.00");
        assertThat(quote.body().path("keptAmount").decimalValue()).isZero();
        assertThat(desk.post(path + "/cancel", "{}").body().path("refundAmount").decimalValue())
                .isEqualByComparingTo("300.00");
        assertMoney(path, "0.00", "refunded");
        Api.Reply payments = desk.get(path + "/payments");
        assertThat(payments.body().at("/0/method").asText()).isEqualTo("cash");
        assertThat(payments.body().at("/0/state").asText()).isEqualTo("captured");
        assertThat(desk.get(path + "/cancellation-quote").text("type")).isEqualTo("/problems/wrong-status");
    }

    @Test
    void leavesCashToStaffOfTheSite() throws Exception {
        assertThat(server.api().post("/api/v1/bookings", body("cash", 1)).status())
                .isEqualTo(403);
        String path = book("pay_on_arrival", 1);
        assertThat(pay(server.as(Role.KIOSK, "kiosk"), path, "cash", "10").status())
                .isEqualTo(403);
        assertThat(pay(server.api(), path, "cash", "10").status()).isEqualTo(403);
        assertMoney(path, "0", "unpaid");
    }

    @Test
    void takesPartsUpToWhatIsOwedAndNoMore() throws Exception {
        String path = book("pay_on_arrival", 2);
        assertThat(pay(desk, path, "cash", "100").status()).isEqualTo(201);
        assertMoney(path, "100.00", "unpaid");
        Api.Reply tooMuch = pay(desk, path, "cash", "200.01");
        assertThat(tooMuch.status()).isEqualTo(400);
        assertThat(tooMuch.text("field")).isEqualTo("amount");
        assertThat(pay(desk, path, "cash", "0").text("field")).isEqualTo("amount");
        assertThat(pay(desk, path, "cash", "1.001").text("field")).isEqualTo("amount");
        assertThat(pay(desk, path, "pay_on_arrival", "1").text("field")).isEqualTo("paymentMethod");
        assertThat(desk.post(path + "/payments", "{'paymentMethod': 'credit_card', 'amount': 5}")
                        .text("field"))
                .isEqualTo("paymentDetails");
        Api.Reply card = pay(server.as(Role.KIOSK, "kiosk"), path, "credit_card", "200.00");
        assertThat(card.status()).isEqualTo(201);
        assertThat(card.text("method")).isEqualTo("card");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertMoney(path, "300.00", "paid"));
        assertThat(pay(desk, path, "cash", "1").text("type")).isEqualTo("/problems/wrong-status");
    }

    @Test
    void chargesOnceForARepeatedKeyAndNotAtAllForADeclinedCard() throws Exception {
        String path = book("pay_on_arrival", 1);
        Api keyed = desk.with("Idempotency-Key", "pay-1");
        Api.Reply first = pay(keyed, path, "credit_card", "150");
        assertThat(first.status()).isEqualTo(201);
        assertThat(pay(keyed, path, "credit_card", "150").text("paymentId")).isEqualTo(first.text("paymentId"));
        String other = book("pay_on_arrival", 1);
        Api.Reply declined = desk.post(
                other + "/payments",
                "{'paymentMethod': 'credit_card', 'amount': 150, 'paymentDetails': {'token': 'tok_decline_stolen'}}");
        assertThat(declined.status()).isEqualTo(402);
        assertMoney(other, "0", "declined");
        assertThat(pay(desk, other, "cash", "150").status()).isEqualTo(201);
        assertMoney(other, "150", "paid");
    }

    @Test
    void settlesAPaymentWhoseOutcomeCameLate() throws Exception {
        String path = book("pay_on_arrival", 1);
        String late = "{'paymentMethod': 'credit_card', 'amount': 150, 'paymentDetails': {'token': 'tok_timeout'}}";
        Api keyed = desk.with("Idempotency-Key", "late-1");
        assertThat(keyed.post(path + "/payments", late).status()).isEqualTo(202);
        assertThat(pay(desk, path, "cash", "150").text("type")).isEqualTo("/problems/wrong-status");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertMoney(path, "150.00", "paid"));
        assertThat(keyed.post(path + "/payments", late).status()).isEqualTo(201);
    }

    @Test
    void letsALatePaymentGoWhenTheBookingWasCancelledMeanwhile() throws Exception {
        String path = book("pay_on_arrival", 1);
        desk.post(
                path + "/payments",
                "{'paymentMethod': 'credit_card', 'amount': 150, 'paymentDetails': {'token': 'tok_timeout'}}");
        assertThat(desk.post(path + "/cancel", "{}").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(desk.get(path + "/payments")
                                .body()
                                .at("/0/state")
                                .asText())
                        .isEqualTo("voided"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertMoney(path, "0", "voided"));
    }

    @Test
    void saysWhatAChangeCostsAndTakesNothingForIt() throws Exception {
        String path = book("cash", 2);
        String longer = "{'startDate': '" + today.plusDays(3) + "', 'endDate': '" + today.plusDays(6) + "'}";
        Api.Reply quote = desk.post(path + "/change-quote", longer);
        assertThat(quote.status()).isEqualTo(200);
        assertThat(quote.body().path("difference").decimalValue()).isEqualByComparingTo("150.00");
        assertThat(quote.body().path("totalPrice").decimalValue()).isEqualByComparingTo("450.00");
        assertThat(quote.body().path("priceLines")).hasSize(3);
        assertMoney(path, "300", "paid");
        String tag = desk.get(path).entityTag();
        assertThat(desk.with("If-Match", tag).send("PATCH", path, longer).status())
                .isEqualTo(200);
        assertMoney(path, "300", "unpaid");
        assertThat(pay(desk, path, "cash", "150").status()).isEqualTo(201);
        assertMoney(path, "450", "paid");
        for (int i = 0; i < 2; i++) {
            book("pay_on_arrival", 7);
        }
        Api.Reply refused = desk.post(
                path + "/change-quote",
                "{'startDate': '" + today.plusDays(3) + "', 'endDate': '" + today.plusDays(8) + "', 'quantity': 2}");
        assertThat(refused.text("type")).isEqualTo("/problems/sold-out");
        assertThat(desk.post(path + "/change-quote", "{'startDate': '" + today + "'}")
                        .text("field"))
                .isEqualTo("endDate");
    }

    @Test
    void remembersWhoDidWhat() throws Exception {
        Api.Reply made = server.api()
                .post(
                        "/api/v1/bookings",
                        body("credit_card", 1)
                                .replace("'credit_card'", "'credit_card', 'paymentDetails': {'token': 'tok_approve'}"));
        String path = "/api/v1/bookings/" + made.text("bookingId");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertMoney(path, "150.00", "paid"));
        desk.with("If-Match", desk.get(path).entityTag()).send("PATCH", path, "{'notes': 'Late'}");
        Api.Reply history = desk.get(path + "/history");
        List<String> actions = history.body().findValuesAsText("action");
        List<String> names = history.body().findValuesAsText("actorName");
        assertThat(actions)
                .startsWith("booking.created")
                .contains("booking.confirmed")
                .endsWith("booking.changed");
        assertThat(names).startsWith("Ann Lee").contains("").endsWith("dora Of The Site");
        assertThat(server.api().get(path + "/history").status()).isEqualTo(401);
        assertThat(server.as(Role.KIOSK, "kiosk").get(path + "/history").status())
                .isEqualTo(403);
    }
}
