package dev.keyrack.desktop;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.LaunchOptions;
import dev.keyrack.client.api.ClientJson;
import dev.keyrack.client.store.LocalStore;
import dev.keyrack.client.sync.Mutation;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.PaymentStatus;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.ResourceType;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.catalog.StayRule;
import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.stay.UnitNights;
import dev.keyrack.contract.sync.Change;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.fx.Messages;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/// A small house in Lisbon with two doubles.
public final class Samples {

    public static final LocalDate DAY = LocalDate.of(2027, 6, 14);

    /// Stands still at noon of the day.
    public static final Clock CLOCK = Clock.fixed(DAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    public static final Site SITE = site("sit_city");

    public static final Messages ENGLISH = Messages.of(DesktopApp.class, Locale.ENGLISH);

    public static final Resource DOUBLE = new Resource(
            new ResourceId("res_double"),
            SITE,
            Grain.NIGHT,
            Resource.State.OPEN,
            new ResourceTerms(
                    ResourceType.HOTEL,
                    "Double",
                    "",
                    List.of(),
                    List.of(),
                    new BigDecimal("4.5"),
                    2,
                    2,
                    new BigDecimal("120.00"),
                    0,
                    0,
                    0,
                    0,
                    365,
                    false,
                    CancellationPolicy.FREE_UNTIL_THE_DAY_BEFORE,
                    List.of(),
                    List.of()),
            List.of(),
            List.of(),
            Revision.FIRST);

    public static final List<Unit> UNITS = List.of(unit("unt_2", "102"), unit("unt_1", "101"));

    private Samples() {}

    public static Site site(String id) {
        return new Site(
                new SiteId(id),
                id,
                "Lisbon",
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                ZoneId.of("Europe/Lisbon"),
                CurrencyUnit.EUR,
                LocalTime.of(15, 0),
                10);
    }

    private static Unit unit(String id, String name) {
        return new Unit(new UnitId(id), DOUBLE.id(), name, true, Revision.FIRST);
    }

    /// A stay of three nights.
    public static Booking booking(String id, int daysFrom, @Nullable String unit, BookingStatus status) {
        return new Booking(
                new BookingId(id),
                status,
                SITE.id(),
                DOUBLE.id(),
                "Double",
                unit == null ? null : new UnitId(unit),
                unit,
                List.of(),
                DAY.plusDays(daysFrom).toString(),
                DAY.plusDays(daysFrom + 3L).toString(),
                Quantity.ONE,
                2,
                new BigDecimal("1360.50"),
                CurrencyUnit.EUR,
                List.of(),
                CancellationPolicy.FREE_UNTIL_THE_DAY_BEFORE,
                "KR2F4G",
                new GuestId("gst_" + id.substring(4)),
                new UserDetails("Ana", "Guest " + id, "ana@example.com", null),
                null,
                PaymentStatus.UNPAID,
                BigDecimal.ZERO,
                Instant.EPOCH,
                Instant.EPOCH,
                Revision.FIRST);
    }

    /// The same, paid in full.
    public static Booking paid(Booking booking) {
        Map<String, Object> fields = fields(booking);
        fields.putAll(Map.of("paymentStatus", "paid", "paidAmount", booking.totalPrice()));
        return ClientJson.read(fields, Booking.class);
    }

    /// The same stay, one unit after the other.
    public static Booking inUnits(Booking stay, List<UnitNights> parts) {
        Map<String, Object> fields = fields(stay);
        fields.put("units", ClientJson.read(ClientJson.write(parts), List.class));
        return ClientJson.read(fields, Booking.class);
    }

    /// The same booking of something else at another time.
    public static Booking at(Booking booking, ResourceId resource, String start, String end) {
        Map<String, Object> fields = fields(booking);
        fields.putAll(Map.of("resourceId", resource.value(), "startDate", start, "endDate", end));
        return ClientJson.read(fields, Booking.class);
    }

    /// The double with other rules.
    public static Resource withRules(List<StayRule> rules) {
        return new Resource(
                DOUBLE.id(), SITE, DOUBLE.grain(), DOUBLE.state(), DOUBLE.terms(), List.of(), rules, Revision.FIRST);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Object record) {
        return ClientJson.read(ClientJson.write(record), Map.class);
    }

    /// A runtime whose server never answers.
    public static ClientRuntime cutOff(Path folder) {
        return new ClientRuntime(
                LaunchOptions.of(List.of("--server=http://127.0.0.1:1/", "--folder=" + folder)), CLOCK);
    }

    /// Leaves a copy with the house and these bookings in a folder.
    public static void fill(Path folder, List<Booking> bookings) {
        fill(folder, List.of(DOUBLE), bookings);
    }

    /// Leaves a copy with what is sold, the rooms, and these bookings in a folder.
    public static void fill(Path folder, List<Resource> resources, List<Booking> bookings) {
        String scope = SiteCopy.bookingsOf(SITE.id());
        List<Change> catalog = new ArrayList<>();
        resources.forEach(
                each -> catalog.add(put(SiteCopy.CATALOG, "resource", each.id().value(), each)));
        UNITS.forEach(
                each -> catalog.add(put(SiteCopy.CATALOG, "unit", each.id().value(), each)));
        try (LocalStore store = LocalStore.open(folder)) {
            store.apply(SiteCopy.CATALOG, catalog, "1");
            store.apply(
                    scope,
                    bookings.stream()
                            .map(each -> put(scope, "booking", each.bookingId().value(), each))
                            .toList(),
                    "1");
        }
    }

    /// Makes it impossible to open the copy in a folder.
    public static void spoil(Path folder) throws IOException {
        Path file = folder.resolve("copy.mv.db");
        Files.delete(file);
        Files.createDirectory(file);
    }

    /// Leaves something in a folder that the server refused.
    public static void refuse(Path folder, Mutation mutation) {
        try (LocalStore store = LocalStore.open(folder)) {
            store.mutations().add("", "refused", mutation.bookingId(), mutation, CLOCK.instant());
            store.mutations().refuse("refused", Problem.of(ProblemType.WRONG_STATUS, "refused"));
        }
    }

    private static Change put(String scope, String type, String id, Object body) {
        return new Change(scope, 1, type, id, 1, Change.Operation.PUT, 1, fields(body));
    }
}
