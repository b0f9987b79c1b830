package dev.keyrack.server.operation;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.PaymentStatus;
import dev.keyrack.contract.booking.PriceLine;
import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.server.inventory.Cell;
import dev.keyrack.server.media.Illustration;
import dev.keyrack.server.media.MediaService;
import dev.keyrack.server.media.Picture;
import dev.keyrack.server.operation.StayPlanner.PlannedStay;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.sync.ChangeFeed;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;

/// Seeds a site from the history of two real hotels, and with a clinic and a theatre, so that all grains can be booked.
/// All of it is written in one transaction: an import that was cut off leaves nothing behind.
public final class HotelImport {

    /// The token of imported payments, which no gateway ever gave.
    public static final String PAYMENT_TOKEN = "tok_import";

    private static final int CHUNK = 5_000;
    private static final String BUILT_IN = "hotel_bookings.csv.gz";
    private static final LocalTime CHECK_OUT = LocalTime.of(11, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final int MINUTES_A_DAY = 720;
    private static final CancellationPolicy NON_REFUNDABLE = new CancellationPolicy(8784, 100, 100);

    private final Database database;
    private final ChangeFeed feed;
    private final Clock clock;
    private final MediaService media;

    public HotelImport(Database database, ChangeFeed feed, Clock clock) {
        this.database = database;
        this.feed = feed;
        this.clock = clock;
        media = new MediaService(database, clock);
    }

    /// The days whose stays are imported: those that touch a night from `first` to `last`.
    public record Span(LocalDate first, LocalDate last) {

        private static final long AHEAD = 4;

        /// Everything there is.
        public static Span all() {
            return new Span(LocalDate.MIN, LocalDate.MAX);
        }

        /// From so many days ago to four times as many days ahead: 30 gives the month past and four to come.
        public static Span around(LocalDate today, int days) {
            return new Span(today.minusDays(days), today.plusDays(AHEAD * days));
        }

        boolean touches(LocalDate arrival, LocalDate departure) {
            return departure.isAfter(first) && !arrival.isAfter(last);
        }
    }

    /// The history that comes with the program; see `ATTRIBUTION.md` beside it.
    public static InputStream builtIn() {
        InputStream history = HotelImport.class.getResourceAsStream(BUILT_IN);
        if (history == null) {
            throw new IllegalStateException(BUILT_IN + " is missing from the program");
        }
        return history;
    }

    /// The date at the sites of the import.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HotelCatalog.ZONE);
    }

    /// Imports a history, row by row; a row that cannot be imported is reported and the others go on.
    ///
    /// @param progress is told a line now and then
    /// @throws IOException if the history cannot be read; then nothing was written
    /// @throws IllegalStateException if the database has these sites already; then nothing was written
    public ImportReport run(InputStream history, Span span, Consumer<String> progress) throws IOException {
        requireEmpty();
        ImportReport report = new ImportReport();
        List<HotelRow> rows = HotelHistory.read(history, report);
        progress.accept("%,d rows read".formatted(report.rowsRead()));
        HotelCatalog catalog = new HotelCatalog(rows, today());
        StayPlanner planner = new StayPlanner(catalog, today());
        List<PlannedStay> stays = planner.plan(rows, span, report);
        PortoCatalog porto = new PortoCatalog(clock.instant());
        Map<ResourceId, Drawn> pictures = draw(catalog, porto);
        progress.accept("%,d stays fit into the hotels".formatted(stays.size()));
        database.write(tx -> {
            ImportStore store = new ImportStore(tx, feed, clock.instant());
            writeCatalog(store, catalog, porto, pictures);
            pictures.forEach((resource, drawn) -> media.add(tx, resource, drawn.path(), drawn.picture()));
            writeStays(store, stays, progress);
            store.addCells(cells(catalog, planner));
            store.addCells(porto.cells());
            store.addBookings(porto.bookings());
            return stays.size();
        });
        report.imported(stays.size());
        progress.accept("%,d bookings at the clinic and the theatre"
                .formatted(porto.bookings().size()));
        return report;
    }

    private void requireEmpty() {
        long sites = database.read(
                tx -> HotelImport.count(
                        tx,
                        "select count(*) as total from site where id in ('sit_city', 'sit_resort', 'sit_clinic', 'sit_theatre')"));
        if (sites > 0) {
            long bookings = database.read(tx -> HotelImport.count(tx, "select count(*) as total from booking"));
            throw new IllegalStateException(
                    "These sites are here already, with %,d bookings. Nothing was changed; import into a new data folder."
                            .formatted(bookings));
        }
    }

    private static long count(Transaction tx, String sql) {
        return tx.find(sql, row -> row.number("total")).orElse(0L);
    }

    private record Drawn(String path, Picture picture) {}

    private Map<ResourceId, Drawn> draw(HotelCatalog catalog, PortoCatalog porto) {
        Map<ResourceId, Drawn> pictures = new LinkedHashMap<>();
        for (Resource resource : resources(catalog, porto)) {
            Picture picture =
                    Illustration.draw(resource.terms().type(), resource.terms().name());
            pictures.put(resource.id(), new Drawn(media.newPath(picture), picture));
        }
        return pictures;
    }

    private static List<Resource> resources(HotelCatalog catalog, PortoCatalog porto) {
        List<Resource> resources = new ArrayList<>(
                catalog.types().stream().map(HotelCatalog.RoomType::resource).toList());
        resources.addAll(porto.resources());
        return resources;
    }

    private static Resource withPicture(Resource resource, String path) {
        return new Resource(
                resource.id(),
                resource.site(),
                resource.grain(),
                resource.state(),
                resource.terms().withImages(List.of(path)),
                resource.rates(),
                resource.rules(),
                resource.revision());
    }

    private static void writeCatalog(
            ImportStore store, HotelCatalog catalog, PortoCatalog porto, Map<ResourceId, Drawn> pictures) {
        List<Site> sites = new ArrayList<>(catalog.sites());
        sites.addAll(porto.sites());
        List<Resource> resources = resources(catalog, porto).stream()
                .map(resource -> withPicture(
                        resource,
                        Objects.requireNonNull(pictures.get(resource.id())).path()))
                .toList();
        List<Unit> units =
                catalog.types().stream().flatMap(type -> type.rooms().stream()).toList();
        store.addCatalog(sites, resources, units);
        store.addPerformances(porto.performances());
    }

    private void writeStays(ImportStore store, List<PlannedStay> stays, Consumer<String> progress) {
        Map<Integer, Integer> guests =
                ReturningGuestsRule.assign(stays.stream().map(PlannedStay::row).toList());
        Map<Integer, GuestId> ids = new HashMap<>();
        for (int from = 0; from < stays.size(); from += CHUNK) {
            List<PlannedStay> chunk = stays.subList(from, Math.min(stays.size(), from + CHUNK));
            store.addBookings(chunk.stream()
                    .map(stay -> {
                        int guest = Objects.requireNonNull(guests.get(stay.row().line()));
                        return toImported(stay, guest, ids.computeIfAbsent(guest, _ -> GuestId.random()));
                    })
                    .toList());
            progress.accept("%,d of %,d bookings written".formatted(from + chunk.size(), stays.size()));
        }
    }

    private static List<Cell> cells(HotelCatalog catalog, StayPlanner planner) {
        List<Cell> cells = new ArrayList<>();
        for (HotelCatalog.RoomType type : catalog.types()) {
            planner.taken(type.resource().id())
                    .forEach((night, count) -> cells.add(
                            new Cell(type.resource().id(), night.atStartOfDay(), type.capacity(), 0, 0, count, 0, 1)));
        }
        return cells;
    }

    private ImportStore.ImportedBooking toImported(PlannedStay stay, int guest, GuestId id) {
        HotelRow row = stay.row();
        CurrencyUnit currency = stay.type().resource().currency();
        BigDecimal rate = row.rate().setScale(currency.getDecimalPlaces(), RoundingMode.HALF_UP);
        BigDecimal total = rate.multiply(BigDecimal.valueOf(row.nights()));
        boolean prepaid = row.deposit().equals("Non Refund");
        PaymentStatus payment = total.signum() == 0 ? PaymentStatus.UNPAID : paymentStatus(stay, prepaid);
        Instant createdAt = bookedAt(stay);
        Instant updatedAt = updatedAt(stay, createdAt);
        Unit room = stay.room();
        Booking booking = new Booking(
                BookingId.random(),
                stay.status(),
                stay.type().resource().site().id(),
                stay.type().resource().id(),
                stay.type().resource().terms().name(),
                room == null ? null : room.id(),
                room == null ? null : room.name(),
                List.of(),
                stay.arrival().toString(),
                stay.departure().toString(),
                Quantity.ONE,
                row.party().guests(),
                total,
                currency,
                priceLines(stay, rate, total),
                prepaid ? NON_REFUNDABLE : stay.type().resource().terms().cancellationPolicy(),
                ImportStore.confirmationCode(),
                id,
                GuestNames.invent(row.country(), guest),
                null,
                payment,
                payment == PaymentStatus.PAID ? total : BigDecimal.ZERO,
                createdAt,
                updatedAt,
                stay.status() == BookingStatus.CONFIRMED ? Revision.FIRST : Revision.FIRST.next());
        return new ImportStore.ImportedBooking(
                booking, stay.status() == BookingStatus.CANCELLED ? updatedAt : null, "import-" + row.line());
    }

    private static PaymentStatus paymentStatus(PlannedStay stay, boolean prepaid) {
        boolean came = stay.status() == BookingStatus.COMPLETED || stay.status() == BookingStatus.CHECKED_IN;
        return came || prepaid ? PaymentStatus.PAID : PaymentStatus.UNPAID;
    }

    private static List<PriceLine> priceLines(PlannedStay stay, BigDecimal rate, BigDecimal total) {
        List<PriceLine> lines = new ArrayList<>();
        stay.arrival()
                .datesUntil(stay.departure())
                .forEach(night -> lines.add(new PriceLine(PriceLine.Kind.GRAIN, night.toString(), rate, false)));
        BigDecimal hundred = BigDecimal.valueOf(100);
        BigDecimal tax = total.multiply(HotelCatalog.VALUE_ADDED_TAX)
                .divide(hundred.add(HotelCatalog.VALUE_ADDED_TAX), rate.scale(), RoundingMode.HALF_UP);
        lines.add(new PriceLine(PriceLine.Kind.TAX, "VAT", tax, true));
        return lines;
    }

    /// The file knows the day only; the time of day is ours, and never later than now.
    private Instant bookedAt(PlannedStay stay) {
        LocalTime time = LocalTime.of(8, 0).plusMinutes(stay.row().line() % MINUTES_A_DAY);
        return notAfterNow(stay.bookedOn().atTime(time));
    }

    private Instant updatedAt(PlannedStay stay, Instant createdAt) {
        LocalTime checkIn = stay.type().resource().site().checkInTime();
        Instant updated = switch (stay.status()) {
            case CANCELLED -> notAfterNow(stay.statusOn().atTime(NOON));
            case COMPLETED -> notAfterNow(stay.departure().atTime(CHECK_OUT));
            case CHECKED_IN -> notAfterNow(stay.arrival().atTime(checkIn));
            case NO_SHOW -> notAfterNow(stay.arrival().plusDays(1).atTime(CHECK_OUT));
            default -> createdAt;
        };
        return updated.isBefore(createdAt) ? createdAt : updated;
    }

    private Instant notAfterNow(LocalDateTime time) {
        Instant instant = time.atZone(HotelCatalog.ZONE).toInstant();
        Instant now = clock.instant();
        return instant.isAfter(now) ? now : instant;
    }
}
