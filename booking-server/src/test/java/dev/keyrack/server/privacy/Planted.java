package dev.keyrack.server.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.identity.Mailbox;
import dev.keyrack.server.rig.Api;
import dev.keyrack.server.rig.Sample;
import dev.keyrack.server.rig.TestServer;
import dev.keyrack.server.soak.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;

/// Somebody of whom each feature keeps something, with a word of their own in each column that takes one.
final class Planted {

    static final String PASSWORD = "correct horse battery";

    private final TestServer server;
    private final MovableClock clock;
    private final Mailbox mails;
    /// Begins all words of this person.
    private final String mark;

    private final String phone;

    private final List<String> bookings = new ArrayList<>();
    private String userId = "";
    private Api api;

    Planted(TestServer server, MovableClock clock, Path folder, String mark) {
        this.server = server;
        this.clock = clock;
        this.mark = mark;
        phone = "+49 " + (1_000_000 + Math.floorMod(mark.hashCode(), 1_000_000)) + " 7";
        mails = new Mailbox(folder);
        api = server.api();
    }

    /// Whether a text tells of this person.
    boolean isIn(String text) {
        return text.toLowerCase(Locale.ROOT).contains(mark.toLowerCase(Locale.ROOT)) || text.contains(phone);
    }

    /// The columns of all tables that tell of this person.
    Set<String> columns() {
        return server.server().database().read(tx -> {
            Set<String> found = new TreeSet<>();
            for (String name : Columns.present(tx)) {
                String table = name.substring(0, name.indexOf('.'));
                String column = name.substring(name.indexOf('.') + 1);
                if (!name.equals("image.content")
                        && tx
                                .list(
                                        "select cast(" + column + " as varchar) as content from " + table + " where "
                                                + column + " is not null",
                                        row -> row.text("content"))
                                .stream()
                                .anyMatch(this::isIn)) {
                    found.add(name);
                }
            }
            return found;
        });
    }

    String email() {
        return mark.toLowerCase(Locale.ROOT) + "@mail.example";
    }

    UserId userId() {
        return new UserId(userId);
    }

    List<String> bookings() {
        return bookings;
    }

    Api api() {
        return api;
    }

    /// Signs in anew.
    Api again() throws Exception {
        Api.Reply reply = server.api()
                .with("User-Agent", mark + "client")
                .post(
                        "/api/v1/sessions",
                        "{'name': '" + email() + "', 'password': '" + PASSWORD + "', 'device': '" + mark
                                + "device-of-twenty-letters'}");
        assertThat(reply.status()).isEqualTo(200);
        api = server.api().as(reply.text("accessToken"));
        return api;
    }

    /// An account in use.
    Planted account() throws Exception {
        Api.Reply made = server.api()
                .with("User-Agent", mark + "client")
                .with("Accept-Language", "de")
                .post(
                        "/api/v1/users",
                        "{'userDetails': {'firstName': '" + mark + "first', 'lastName': '" + mark + "last', 'email': '"
                                + email() + "', 'phone': '" + phone + "'}, 'password': '" + PASSWORD
                                + "', 'acceptedTerms': '1'}");
        assertThat(made.status()).isEqualTo(201);
        userId = made.text("userId");
        again();
        String code = mails.await(email(), 1).getFirst().code();
        assertThat(server.api()
                        .post("/api/v1/addresses/confirmed", "{'code': '" + code + "'}")
                        .status())
                .isEqualTo(204);
        api.get("/api/v1/bookings/bkg_absent");
        plant(
                "insert into second_factor (account_id, secret, confirmed, last_step) values (?, ?, false, 0)",
                userId,
                mark + "token-factor");
        plant("insert into recovery_code (hash, account_id) values (?, ?)", mark + "token-hash", userId);
        plant(
                "insert into one_time_code (hash, kind, account_id, expires_at) values (?, 'RESET_PASSWORD', ?, ?)",
                mark + "token-code",
                userId,
                clock.instant().plus(Duration.ofDays(90)));
        plantProgram();
        return this;
    }

    private void plantProgram() {
        Instant later = clock.instant().plus(Duration.ofDays(90));
        plant(
                "insert into oauth_session (session_id, client_id) select min(id), 'keyrack-desktop' from login_session"
                        + " where account_id = ?",
                userId);
        plant(
                "insert into oauth_visit (cookie_hash, form_hash, step, name, expires_at) values (?, '', 'SIGN_IN', ?, ?)",
                mark + "token-visit",
                email(),
                later);
        plant(
                "insert into oauth_code (hash, client_id, redirect_uri, challenge, account_id, expires_at)"
                        + " values (?, 'keyrack-desktop', 'x', 'x', ?, ?)",
                mark + "token-grant",
                userId,
                later);
    }

    private void plant(String sql, Object... values) {
        server.server().database().write(tx -> tx.update(sql, values));
    }

    /// A booking that is changed, cancelled and paid back, and one whose card was declined.
    Planted bookings(ResourceId room, UnitId unit) throws Exception {
        String first = book(room, "tok_approve", 201, ", 'unitId': '" + unit + "'");
        change(first);
        plant("update booking set booked_end_date = '2099-01-01' where id = ?", first);
        Api.Reply cancelled = api.post("/api/v1/bookings/" + first + "/cancel", "{'reason': '" + mark + "reason'}");
        assertThat(cancelled.status()).isEqualTo(200);
        book(room, mark + "token", 402, "");
        String declined = server.server()
                .database()
                .read(tx -> tx.list(
                        "select booking_id from payment where token = ?",
                        row -> row.text("booking_id"),
                        mark + "token"))
                .getFirst();
        bookings.add(declined);
        settle();
        return this;
    }

    /// A booking that stands.
    String stay(ResourceId room) throws Exception {
        String id = book(room, "tok_approve", 201, "");
        change(id);
        settle();
        return id;
    }

    /// A stay from its first day to its last.
    String visit(ResourceId room, UnitId unit) throws Exception {
        String id = stay(room);
        clock.advance(Duration.ofDays(5));
        assertThat(arrive(id, unit).status()).isEqualTo(200);
        Api.Reply left = server.staff()
                .with("Idempotency-Key", "leave-" + id)
                .post("/api/v1/bookings/" + id + "/check-out", null);
        assertThat(left.status()).as(left.raw().body()).isEqualTo(200);
        settle();
        return id;
    }

    /// Checks in; the same request each time.
    Api.Reply arrive(String id, UnitId unit) throws Exception {
        return server.staff()
                .with("Idempotency-Key", "arrive-" + id)
                .post("/api/v1/bookings/" + id + "/check-in", "{'unitId': '" + unit + "'}");
    }

    private void change(String id) throws Exception {
        Api.Reply changed = server.staff()
                .with("If-Match", server.staff().get("/api/v1/bookings/" + id).entityTag())
                .send("PATCH", "/api/v1/bookings/" + id, "{'notes': '" + mark + "note again'}");
        assertThat(changed.status()).as(changed.raw().body()).isEqualTo(200);
    }

    private String book(ResourceId room, String token, int status, String more) throws Exception {
        LocalDate day = clock.instant().atZone(ZoneId.of("America/New_York")).toLocalDate();
        Api.Reply booked = api.with("Idempotency-Key", "book-" + userId + bookings.size())
                .post(
                        "/api/v1/bookings",
                        "{'resourceId': '" + room + "', 'startDate': '" + day.plusDays(5) + "', 'endDate': '"
                                + day.plusDays(7) + "', 'quantity': 1, 'userDetails': {'firstName': '" + mark
                                + "bfirst', 'lastName': '" + mark + "last', 'email': '" + email()
                                + "', 'phone': '" + phone + "'}, 'notes': '" + mark
                                + "note', 'paymentMethod': 'credit_card', 'paymentDetails': {'token': '" + token + "'}"
                                + more + "}");
        assertThat(booked.status()).as(booked.raw().body()).isEqualTo(status);
        if (status == 201) {
            bookings.add(booked.text("bookingId"));
        }
        return booked.text("bookingId");
    }

    /// Waits until no money moves and all mails are sent.
    void settle() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> server.server()
                        .database()
                        .<Boolean>read(tx -> tx.find("select 1 from payment_operation where state = 'OPEN'", _ -> true)
                                        .isEmpty()
                                && tx.find("select 1 from outbox where done_at is null", _ -> true)
                                        .isEmpty()));
    }

    static ResourceId room(TestServer server) {
        return server.add(Sample.nights(50));
    }
}
