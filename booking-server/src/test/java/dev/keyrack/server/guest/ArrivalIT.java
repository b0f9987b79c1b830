package dev.keyrack.server.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestServer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a kiosk may do for a guest with a ticket, and that two guests become one, over HTTP.
class ArrivalIT {

    private final LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestServer server;

    @SuppressWarnings("NullAway.Init")
    private ResourceId room;

    @SuppressWarnings("NullAway.Init")
    private Api staff;

    @BeforeEach
    void open() throws Exception {
        server = new TestServer(folder);
        room = server.add(Sample.nights(9));
        server.addUnit(room, "101");
        staff = server.staff();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Api.Reply book(String first, String email) throws Exception {
        Api.Reply made = staff.post(
                "/api/v1/bookings",
                "{'resourceId': '" + room + "', 'startDate': '" + today + "', 'endDate': '" + today.plusDays(1)
                        + "', 'quantity': 1, 'userDetails': {'firstName': '" + first
                        + "', 'lastName': 'Gonçalves', 'email': '" + email + "'}, 'paymentMethod': 'pay_on_arrival'}");
        return staff.get("/api/v1/bookings/" + made.text("bookingId"));
    }

    private static String ticket(String code, String name) {
        return "{'confirmationCode': '" + code + "', 'lastName': '" + name + "'}";
    }

    @Test
    void letsAKioskFindTakeMoneyForAndCheckInAGuestWithATicket() throws Exception {
        Api.Reply booking = book("Ana", "ana@example.com");
        Api kiosk = server.as(Role.KIOSK, "kiosk-1");
        String code = booking.text("confirmationCode");
        Api.Reply found = kiosk.post(
                "/api/v1/arrivals",
                ticket(code.substring(0, 4).toLowerCase(Locale.ROOT) + "-" + code.substring(4), " goncalves "));
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.text("bookingId")).isEqualTo(booking.text("bookingId"));
        String path = "/api/v1/bookings/" + booking.text("bookingId");
        assertThat(kiosk.get(path).status()).isEqualTo(200);
        assertThat(kiosk.post(
                                path + "/payments",
                                "{'paymentMethod': 'credit_card', 'amount': 150, 'paymentDetails': {'token': 'tok_approve'}}")
                        .status())
                .isEqualTo(201);
        Api.Reply arrived = kiosk.post(path + "/check-in", "{}");
        assertThat(arrived.text("status")).isEqualTo("checked_in");
        assertThat(arrived.text("unitName")).isEqualTo("101");
        assertThat(kiosk.get("/api/v1/users/usr_1/bookings").status()).isEqualTo(403);
    }

    @Test
    void answersAWrongCodeAndAWrongNameAlikeAndNotOften() throws Exception {
        String code = book("Ana", "ana@example.com").text("confirmationCode");
        Api kiosk = server.as(Role.KIOSK, "kiosk-1");
        Api.Reply wrongCode = kiosk.post("/api/v1/arrivals", ticket("ABCD23456", "Gonçalves"));
        Api.Reply wrongName = kiosk.post("/api/v1/arrivals", ticket(code, "Lee"));
        assertThat(wrongCode.status()).isEqualTo(404);
        assertThat(wrongName.raw().body()).isEqualTo(wrongCode.raw().body());
        for (String odd : List.of("%", "-", " ", "_________", "ABCD%", "*", "--------", "%%%%%%%%%")) {
            assertThat(kiosk.post("/api/v1/arrivals", ticket(odd, "%")).status())
                    .as(odd)
                    .isEqualTo(404);
        }
        Api.Reply late = kiosk.post("/api/v1/arrivals", ticket(code, "Gonçalves"));
        assertThat(late.status()).isEqualTo(429);
        assertThat(late.text("type")).isEqualTo("/problems/too-many-requests");
        assertThat(server.api()
                        .post("/api/v1/arrivals", ticket(code, "Gonçalves"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void knowsAGuestAgainByHisAddressAndMakesOneOfTwo() throws Exception {
        Api.Reply first = book("Ana", "ana@example.com");
        Api.Reply again = book("Ana", "Ana@Example.com");
        Api.Reply other = book("Anna", "anna@example.com");
        assertThat(again.text("guestId")).isEqualTo(first.text("guestId"));
        assertThat(other.text("guestId")).isNotEqualTo(first.text("guestId"));
        String merge = "{'goes': '" + other.text("guestId") + "', 'stays': '" + first.text("guestId") + "'}";
        Api.Reply merged = staff.post("/api/v1/guests/merge", merge);
        assertThat(merged.body()).hasSize(1);
        assertThat(merged.body().at("/0/userDetails/firstName").asText()).isEqualTo("Ana");
        assertThat(merged.body().at("/0/guestId").asText()).isEqualTo(first.text("guestId"));
        assertThat(merged.body().at("/0/revision").asLong())
                .isGreaterThan(other.body().path("revision").asLong());
        assertThat(staff.post("/api/v1/guests/merge", merge).status()).isEqualTo(404);
        assertThat(staff.post("/api/v1/guests/merge", "{'goes': 'gst_9', 'stays': 'gst_9'}")
                        .text("field"))
                .isEqualTo("stays");
        assertThat(server.as(Role.KIOSK, "kiosk-1")
                        .post("/api/v1/guests/merge", merge)
                        .status())
                .isEqualTo(403);
        assertThat(server.verify()).allMatch(check -> check.holds());
    }
}
