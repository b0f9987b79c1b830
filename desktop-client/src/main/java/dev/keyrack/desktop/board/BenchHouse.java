package dev.keyrack.desktop.board;

import dev.keyrack.client.api.ClientJson;
import dev.keyrack.client.store.LocalStore;
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
import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.contract.sync.Change;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UnitId;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joda.money.CurrencyUnit;

/// A house for the benchmark, almost full for a year: the same every time.
record BenchHouse(LocalDate first, int units, int days) {

    static final Site SITE = new Site(
            new SiteId("sit_bench"),
            "Bench",
            "Lisbon",
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            ZoneOffset.UTC,
            CurrencyUnit.EUR,
            LocalTime.of(15, 0),
            10);

    private static final List<BookingStatus> STATUSES = List.of(
            BookingStatus.CONFIRMED, BookingStatus.CHECKED_IN, BookingStatus.COMPLETED, BookingStatus.REQUESTED);
    private static final int UNITS_OF_A_KIND = 50;
    private static final long SEED = 42;
    private static final List<String> NAMES = List.of(
            "Silva",
            "Ferreira da Costa",
            "Müller-Lüdenscheidt",
            "Ng",
            "Okonkwo",
            "García Márquez",
            "Smith",
            "Þórsdóttir");

    /// Leaves a copy of it in a folder, and says how many stays are in it.
    int fill(Path folder) {
        List<Change> catalog = new ArrayList<>();
        for (int kind = 0; kind * UNITS_OF_A_KIND < units; kind++) {
            Resource resource = resource(kind);
            catalog.add(put(SiteCopy.CATALOG, "resource", resource.id().value(), resource));
        }
        String scope = SiteCopy.bookingsOf(SITE.id());
        List<Change> stays = new ArrayList<>();
        Random random = new Random(SEED);
        for (int room = 0; room < units; room++) {
            Unit unit = unit(room);
            catalog.add(put(SiteCopy.CATALOG, "unit", unit.id().value(), unit));
            int day = random.nextInt(3);
            while (day < days) {
                int nights = 1 + random.nextInt(5);
                Booking stay = stay(unit, day, nights, stays.size());
                stays.add(put(scope, "booking", stay.bookingId().value(), stay));
                day += nights + (random.nextInt(4) == 0 ? 1 : 0);
            }
        }
        try (LocalStore store = LocalStore.open(folder)) {
            store.apply(SiteCopy.CATALOG, catalog, "1");
            store.apply(scope, stays, "1");
        }
        return stays.size();
    }

    @SuppressWarnings("unchecked")
    private static Change put(String scope, String type, String id, Object body) {
        Map<String, Object> fields = ClientJson.read(ClientJson.write(body), Map.class);
        return new Change(scope, 1, type, id, 1, Change.Operation.PUT, 1, fields);
    }

    private static Resource resource(int kind) {
        var terms = new ResourceTerms(
                ResourceType.HOTEL,
                "Kind " + (char) ('A' + kind),
                "",
                List.of(),
                List.of(),
                BigDecimal.ONE,
                2,
                UNITS_OF_A_KIND,
                BigDecimal.TEN,
                0,
                0,
                0,
                0,
                365,
                false,
                CancellationPolicy.FREE_UNTIL_THE_DAY_BEFORE,
                List.of(),
                List.of());
        return new Resource(
                new ResourceId("res_" + kind),
                SITE,
                Grain.NIGHT,
                Resource.State.OPEN,
                terms,
                List.of(),
                List.of(),
                Revision.FIRST);
    }

    private static Unit unit(int room) {
        int kind = room / UNITS_OF_A_KIND;
        String name = "%d%02d".formatted(kind + 1, room % UNITS_OF_A_KIND + 1);
        return new Unit(new UnitId("unt_" + name), new ResourceId("res_" + kind), name, true, Revision.FIRST);
    }

    private Booking stay(Unit unit, int day, int nights, int number) {
        boolean paid = number % 3 > 0;
        return new Booking(
                new BookingId("bkg_" + number),
                STATUSES.get(number % STATUSES.size()),
                SITE.id(),
                unit.resourceId(),
                "Kind",
                unit.id(),
                unit.name(),
                List.of(),
                first.plusDays(day).toString(),
                first.plusDays(day + nights).toString(),
                Quantity.ONE,
                2,
                BigDecimal.TEN,
                CurrencyUnit.EUR,
                List.of(),
                CancellationPolicy.FREE_UNTIL_THE_DAY_BEFORE,
                "KR2F4G",
                new GuestId("gst_" + number),
                new UserDetails("Ana", NAMES.get(number % NAMES.size()), null, null),
                null,
                paid ? PaymentStatus.PAID : PaymentStatus.UNPAID,
                paid ? BigDecimal.TEN : BigDecimal.ZERO,
                Instant.EPOCH,
                Instant.EPOCH,
                Revision.FIRST);
    }
}
