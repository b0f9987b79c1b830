package dev.keyrack.server.booking;

import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.PaymentStatus;
import dev.keyrack.contract.booking.PriceLine;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.contract.stay.UnitNights;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.HoldId;
import dev.keyrack.contract.value.PaymentId;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.persistence.Json;
import dev.keyrack.server.persistence.Row;
import dev.keyrack.server.persistence.Table;
import dev.keyrack.server.persistence.Transaction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// The rows of `booking` and `pending_change`.
final class BookingStore {

    private static final Table<BookingId, StoredBooking> BOOKINGS = Table.of(
            "booking",
            "id",
            "site_id, resource_id, resource_name, unit_id, units, hold_id, user_id, status, start_date, end_date,"
                    + " booked_end_date, quantity, guests, total_price, currency, price_lines, policy, confirmation_code,"
                    + " guest_id, first_name, last_name, email, email_key, phone, notes, payment_status, cancel_reason,"
                    + " refund_amount, cancelled_at, created_at, updated_at, revision",
            "revision",
            BookingStore::toColumns,
            BookingStore::toBooking);

    /// Whose the newest booking of a site is that was made with an e-mail address.
    private static final Table<Address, GuestId> GUESTS = Table.question(
            "booking",
            (tx, address) -> tx.find(
                    "select guest_id from booking where site_id = ? and email_key = ? order by created_at desc limit 1",
                    row -> new GuestId(row.text("guest_id")),
                    address.site(),
                    address.email()));

    private record Address(SiteId site, String email) {}

    void insert(Transaction tx, StoredBooking booking) {
        tx.insert(BOOKINGS, booking.id(), booking);
        String email = emailKey(booking.userDetails().email());
        if (email != null) {
            tx.insert(GUESTS, new Address(booking.siteId(), email), booking.guestId());
        }
    }

    /// Writes everything that can change.
    void update(Transaction tx, StoredBooking before, StoredBooking booking) {
        tx.put(BOOKINGS, booking.id(), booking);
        boolean sameGuest = before.guestId().equals(booking.guestId())
                && Objects.equals(
                        before.userDetails().email(), booking.userDetails().email());
        if (!sameGuest) {
            tx.forget(GUESTS);
        }
    }

    Optional<StoredBooking> find(Transaction tx, BookingId id) {
        return tx.get(BOOKINGS, id);
    }

    private static @Nullable String emailKey(@Nullable String email) {
        return email == null ? null : email.toLowerCase(Locale.ROOT);
    }

    /// The guest of the newest booking of a site that was made with this e-mail address.
    Optional<GuestId> findGuest(Transaction tx, SiteId site, String email) {
        return Optional.ofNullable(emailKey(email)).flatMap(key -> tx.get(GUESTS, new Address(site, key)));
    }

    /// A guest's bookings, the newest first.
    List<StoredBooking> listOfGuest(Transaction tx, GuestId guest) {
        return tx.list(
                "select * from booking where guest_id = ? order by created_at desc, id",
                BookingStore::toBooking,
                guest);
    }

    /// All that an account made.
    List<StoredBooking> listOfUser(Transaction tx, UserId user) {
        return tx.list("select * from booking where user_id = ?", BookingStore::toBooking, user);
    }

    /// All that were made with an e-mail address, at any site.
    List<StoredBooking> listOfEmail(Transaction tx, String email) {
        return tx.list(
                "select b.* from site s join booking b on b.site_id = s.id where b.email_key = ?",
                BookingStore::toBooking,
                emailKey(email));
    }

    /// Bookings of somebody that ended before a day, in the order of their identifiers.
    List<BookingId> listGone(Transaction tx, String after, LocalDate before, int most) {
        return tx.list(
                "select id from booking where id > ? and end_date < ? and (first_name <> ? or last_name <> ?"
                        + " or email is not null or phone is not null or notes is not null"
                        + " or cancel_reason is not null) order by id limit ?",
                row -> new BookingId(row.text("id")),
                after,
                before.toString(),
                StoredBooking.NOBODY.firstName(),
                StoredBooking.NOBODY.lastName(),
                most);
    }

    Optional<StoredBooking> findByCode(Transaction tx, String confirmationCode) {
        return tx.find("select * from booking where confirmation_code = ?", BookingStore::toBooking, confirmationCode);
    }

    /// A user's bookings, the newest first.
    ///
    /// @param statuses the statuses wanted
    /// @param site only those at this site, or null for all
    List<StoredBooking> list(
            Transaction tx, UserId user, List<BookingStatus> statuses, @Nullable SiteId site, int limit, long offset) {
        return tx.list(
                "select * from booking" + WHERE_OF_USER + marks(statuses)
                        + ") order by created_at desc, id limit ? offset ?",
                BookingStore::toBooking,
                values(user, site, statuses, limit, offset));
    }

    long count(Transaction tx, UserId user, List<BookingStatus> statuses, @Nullable SiteId site) {
        return tx.find(
                        "select count(*) as total from booking" + WHERE_OF_USER + marks(statuses) + ")",
                        row -> row.number("total"),
                        values(user, site, statuses))
                .orElse(0L);
    }

    private static final String WHERE_OF_USER =
            " where user_id = ? and (cast(? as varchar(48)) is null or site_id = ?) and status in (";

    private static String marks(List<BookingStatus> statuses) {
        return String.join(", ", statuses.stream().map(status -> "?").toList());
    }

    private static @Nullable Object[] values(
            UserId user, @Nullable SiteId site, List<BookingStatus> statuses, Object... rest) {
        ArrayList<@Nullable Object> values = new ArrayList<>();
        values.add(user);
        values.add(site);
        values.add(site);
        values.addAll(statuses);
        values.addAll(List.of(rest));
        return values.toArray();
    }

    void insertPending(Transaction tx, PaymentId payment, BookingId booking, StoredBooking.Stay target) {
        tx.update(
                "insert into pending_change (payment_id, booking_id, target) values (?, ?, ?)",
                payment,
                booking,
                Json.write(PendingChange.of(target)));
    }

    Optional<StoredBooking.Stay> findPending(Transaction tx, PaymentId payment) {
        return tx.find(
                "select target from pending_change where payment_id = ?",
                row -> row.json("target", PendingChange.class).toStay(),
                payment);
    }

    boolean hasPending(Transaction tx, BookingId booking) {
        return tx.find("select 1 as present from pending_change where booking_id = ?", row -> 1, booking)
                .isPresent();
    }

    void deletePending(Transaction tx, PaymentId payment) {
        tx.update("delete from pending_change where payment_id = ?", payment);
    }

    private static @Nullable Object[] toColumns(StoredBooking booking) {
        StoredBooking.Stay stay = booking.stay();
        UserDetails guest = booking.userDetails();
        return new @Nullable Object[] {
            booking.id(),
            booking.siteId(),
            stay.resourceId(),
            stay.resourceName(),
            stay.unitId(),
            new Json.Text(stay.units()),
            booking.holdId(),
            booking.userId(),
            booking.status(),
            stay.period().startText(),
            stay.period().endText(),
            booking.bookedEnd(),
            stay.quantity(),
            stay.guests(),
            stay.total().getAmount(),
            stay.total().getCurrencyUnit().getCode(),
            new Json.Text(stay.priceLines()),
            new Json.Text(booking.policy()),
            booking.confirmationCode(),
            booking.guestId(),
            guest.firstName(),
            guest.lastName(),
            guest.email(),
            emailKey(guest.email()),
            guest.phone(),
            booking.notes(),
            booking.paymentStatus(),
            booking.refund().reason(),
            booking.refund().amount().getAmount(),
            booking.refund().cancelledAt(),
            booking.createdAt(),
            booking.updatedAt(),
            booking.revision()
        };
    }

    private static StoredBooking toBooking(Row row) {
        return new StoredBooking(
                new BookingId(row.text("id")),
                new SiteId(row.text("site_id")),
                toStay(row),
                orNull(row.textOrNull("hold_id"), HoldId::new),
                orNull(row.textOrNull("user_id"), UserId::new),
                row.constant("status", BookingStatus.class),
                row.textOrNull("booked_end_date"),
                row.json("policy", CancellationPolicy.class),
                row.text("confirmation_code"),
                new GuestId(row.text("guest_id")),
                new UserDetails(
                        row.text("first_name"),
                        row.text("last_name"),
                        row.textOrNull("email"),
                        row.textOrNull("phone")),
                row.textOrNull("notes"),
                row.constant("payment_status", PaymentStatus.class),
                new StoredBooking.Refund(
                        row.textOrNull("cancel_reason"), row.money("refund_amount"), row.instantOrNull("cancelled_at")),
                row.instant("created_at"),
                row.instant("updated_at"),
                new Revision(row.number("revision")));
    }

    private static StoredBooking.Stay toStay(Row row) {
        return new StoredBooking.Stay(
                new ResourceId(row.text("resource_id")),
                row.text("resource_name"),
                orNull(row.textOrNull("unit_id"), UnitId::new),
                Json.readList(row.text("units"), UnitNights.class),
                Period.parse(row.text("start_date"), row.text("end_date")),
                new Quantity(row.integer("quantity")),
                row.integer("guests"),
                row.money("total_price"),
                Json.readList(row.text("price_lines"), PriceLine.class));
    }

    private static <T> @Nullable T orNull(@Nullable String text, Function<String, T> reader) {
        return text == null ? null : reader.apply(text);
    }

    /// What a booking becomes once its payment is approved, as JSON.
    private record PendingChange(
            ResourceId resourceId,
            String resourceName,
            @Nullable UnitId unitId,
            List<UnitNights> units,
            String startDate,
            String endDate,
            Quantity quantity,
            int guests,
            BigDecimal total,
            CurrencyUnit currency,
            List<PriceLine> priceLines) {

        static PendingChange of(StoredBooking.Stay stay) {
            return new PendingChange(
                    stay.resourceId(),
                    stay.resourceName(),
                    stay.unitId(),
                    stay.units(),
                    stay.period().startText(),
                    stay.period().endText(),
                    stay.quantity(),
                    stay.guests(),
                    stay.total().getAmount(),
                    stay.total().getCurrencyUnit(),
                    stay.priceLines());
        }

        StoredBooking.Stay toStay() {
            return new StoredBooking.Stay(
                    resourceId,
                    resourceName,
                    unitId,
                    units,
                    Period.parse(startDate, endDate),
                    quantity,
                    guests,
                    Money.of(currency, total, RoundingMode.UNNECESSARY),
                    priceLines);
        }
    }
}
