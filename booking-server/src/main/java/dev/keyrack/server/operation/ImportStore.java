package dev.keyrack.server.operation;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.PaymentStatus;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.contract.payment.Payment;
import dev.keyrack.contract.value.PaymentId;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.server.inventory.Cell;
import dev.keyrack.server.persistence.Json;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.sync.ChangeFeed;
import dev.keyrack.server.sync.Changed;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes what is imported: many rows a statement, and the change feed with them.
final class ImportStore {

    private static final Duration FED_BACK = Duration.ofDays(30);
    private static final Duration FED_AHEAD = Duration.ofDays(400);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int CODE_LENGTH = 9;

    private final Transaction tx;
    private final ChangeFeed feed;
    private final LocalDate fedFrom;
    private final LocalDate fedUntil;
    private final Map<ResourceId, SiteId> siteOf = new HashMap<>();

    ImportStore(Transaction tx, ChangeFeed feed, Instant now) {
        this.tx = tx;
        this.feed = feed;
        this.fedFrom = LocalDate.ofInstant(now.minus(FED_BACK), ZoneOffset.UTC);
        this.fedUntil = LocalDate.ofInstant(now.plus(FED_AHEAD), ZoneOffset.UTC);
    }

    /// A booking and what its wire record does not show. One whose payment status is paid gets a captured payment.
    ///
    /// @param reference names its payment in the sandbox gateway's books
    record ImportedBooking(Booking booking, @Nullable Instant cancelledAt, String reference) {}

    /// A performance of an event, both ends in UTC.
    record Performance(ResourceId event, LocalDateTime start, LocalDateTime end, int capacity) {}

    /// A code that nobody can guess.
    static String confirmationCode() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(CODE_LETTERS.charAt(RANDOM.nextInt(CODE_LETTERS.length())));
        }
        return code.toString();
    }

    void addCatalog(List<Site> sites, List<Resource> resources, List<Unit> units) {
        insert(
                "insert into site (id, name, location, latitude, longitude, time_zone, currency, check_in_time,"
                        + " hold_minutes) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                sites,
                site -> new Object[] {
                    site.id(),
                    site.name(),
                    site.location(),
                    site.latitude(),
                    site.longitude(),
                    site.timeZone(),
                    site.currency(),
                    site.checkInTime(),
                    site.holdMinutes()
                });
        insert(
                "insert into resource (id, site_id, type, name, state, terms, rates, rules, revision)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                resources,
                resource -> new Object[] {
                    resource.id(),
                    resource.site().id(),
                    resource.terms().type(),
                    resource.terms().name(),
                    resource.state(),
                    Json.write(resource.terms()),
                    Json.write(resource.rates()),
                    Json.write(resource.rules()),
                    resource.revision()
                });
        insert("insert into unit (id, resource_id, name, open, revision) values (?, ?, ?, ?, ?)", units, unit ->
                new Object[] {unit.id(), unit.resourceId(), unit.name(), unit.open(), unit.revision()});
        resources.forEach(resource -> siteOf.put(resource.id(), resource.site().id()));
        List<Changed> news = new ArrayList<>();
        sites.forEach(site -> news.add(new Changed("site", site.id().value(), 1, site)));
        resources.forEach(resource -> news.add(new Changed(
                "resource", resource.id().value(), resource.revision().number(), resource)));
        units.forEach(unit ->
                news.add(new Changed("unit", unit.id().value(), unit.revision().number(), unit)));
        feed.putAll(tx, ChangeFeed.CATALOG, news);
    }

    void addPerformances(List<Performance> performances) {
        insert(
                "insert into occurrence (resource_id, grain_start, grain_end, capacity) values (?, ?, ?, ?)",
                performances,
                performance -> new Object[] {
                    performance.event(), performance.start(), performance.end(), performance.capacity()
                });
    }

    void addCells(List<Cell> cells) {
        insert(
                "insert into cell (resource_id, grain_start, capacity, held, booked, version) values (?, ?, ?, ?, ?, ?)",
                cells,
                cell -> new Object[] {
                    cell.resourceId(), cell.grainStart(), cell.capacity(), cell.held(), cell.booked(), cell.version()
                });
        Map<SiteId, List<Changed>> news = cells.stream()
                .collect(Collectors.groupingBy(
                        cell -> site(cell.resourceId()),
                        Collectors.mapping(
                                cell -> new Changed(
                                        "cell", cell.resourceId() + ":" + cell.grainStart(), cell.version(), cell),
                                Collectors.toList())));
        news.forEach((site, changes) -> feed.putAll(tx, ChangeFeed.availabilityScope(site), changes));
    }

    private SiteId site(ResourceId resource) {
        SiteId site = siteOf.get(resource);
        if (site == null) {
            throw new IllegalStateException("no resource " + resource);
        }
        return site;
    }

    void addBookings(List<ImportedBooking> imported) {
        insertBookings(imported);
        insertPayments(imported.stream()
                .filter(one -> one.booking().paymentStatus() == PaymentStatus.PAID
                        && one.booking().totalPrice().signum() > 0)
                .toList());
        insertUnitNights(imported);
        Map<SiteId, List<Changed>> news = imported.stream()
                .map(ImportedBooking::booking)
                .filter(this::isFed)
                .collect(Collectors.groupingBy(
                        Booking::siteId, Collectors.mapping(ImportStore::toChanged, Collectors.toList())));
        news.forEach((site, changes) -> feed.putAll(tx, ChangeFeed.operationsScope(site), changes));
    }

    private boolean isFed(Booking booking) {
        LocalDate start = LocalDate.parse(booking.startDate().substring(0, 10));
        LocalDate end = LocalDate.parse(booking.endDate().substring(0, 10));
        return !end.isBefore(fedFrom) && !start.isAfter(fedUntil);
    }

    private static Changed toChanged(Booking booking) {
        return new Changed(
                "booking", booking.bookingId().value(), booking.revision().number(), booking);
    }

    private void insertBookings(List<ImportedBooking> imported) {
        insert(
                "insert into booking (id, site_id, resource_id, resource_name, unit_id, status, start_date, end_date,"
                        + " quantity, guests, total_price, currency, price_lines, policy, confirmation_code, first_name,"
                        + " last_name, email, payment_status, cancelled_at, created_at, updated_at, revision, guest_id,"
                        + " email_key)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                imported,
                one -> {
                    Booking booking = one.booking();
                    String email = booking.userDetails().email();
                    return new @Nullable Object[] {
                        booking.bookingId(),
                        booking.siteId(),
                        booking.resourceId(),
                        booking.resourceName(),
                        booking.unitId(),
                        booking.status(),
                        booking.startDate(),
                        booking.endDate(),
                        booking.quantity(),
                        booking.guests(),
                        booking.totalPrice(),
                        booking.currency(),
                        Json.write(booking.priceLines()),
                        Json.write(booking.cancellationPolicy()),
                        booking.confirmationCode(),
                        booking.userDetails().firstName(),
                        booking.userDetails().lastName(),
                        booking.userDetails().email(),
                        booking.paymentStatus(),
                        one.cancelledAt(),
                        booking.createdAt(),
                        booking.updatedAt(),
                        booking.revision(),
                        booking.guestId(),
                        email == null ? null : email.toLowerCase(Locale.ROOT)
                    };
                });
    }

    /// Imported payments stand in the sandbox gateway's books too, so that they can be refunded.
    private void insertPayments(List<ImportedBooking> paid) {
        insert(
                "insert into payment (id, booking_id, token, state, amount, captured, currency, gateway_reference,"
                        + " created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                paid,
                one -> new Object[] {
                    PaymentId.random(),
                    one.booking().bookingId(),
                    HotelImport.PAYMENT_TOKEN,
                    Payment.State.CAPTURED,
                    one.booking().totalPrice(),
                    one.booking().totalPrice(),
                    one.booking().currency(),
                    one.reference(),
                    one.booking().createdAt(),
                    one.booking().updatedAt()
                });
        insert(
                "insert into sandbox_charge (reference, operation_id, token, currency, authorised, captured)"
                        + " values (?, ?, ?, ?, ?, ?)",
                paid,
                one -> {
                    BigDecimal amount = one.booking().totalPrice();
                    return new Object[] {
                        one.reference(),
                        one.reference(),
                        HotelImport.PAYMENT_TOKEN,
                        one.booking().currency(),
                        amount,
                        amount
                    };
                });
    }

    private void insertUnitNights(List<ImportedBooking> imported) {
        List<Object[]> nights = new ArrayList<>();
        for (ImportedBooking one : imported) {
            Booking booking = one.booking();
            if (booking.unitId() != null
                    && booking.status() != BookingStatus.CANCELLED
                    && Period.parse(booking.startDate(), booking.endDate()) instanceof StayRange stay) {
                stay.nights()
                        .forEach(night ->
                                nights.add(new Object[] {booking.unitId(), night.atStartOfDay(), booking.bookingId()}));
            }
        }
        insert("insert into unit_night (unit_id, grain_start, owner_id) values (?, ?, ?)", nights, Function.identity());
    }

    private <T> void insert(String sql, List<T> rows, Function<T, @Nullable Object[]> toValues) {
        List<@Nullable Object[]> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(toValues.apply(row)));
        tx.updateAll(sql, values);
    }
}
