package dev.keyrack.server.operation;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.PaymentStatus;
import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.catalog.OpeningHours;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.ResourceType;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.catalog.Tax;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.TimeRange;
import dev.keyrack.server.inventory.Cell;
import dev.keyrack.server.operation.ImportStore.ImportedBooking;
import dev.keyrack.server.operation.ImportStore.Performance;
import dev.keyrack.server.pricing.PriceRule;
import dev.keyrack.server.pricing.Quote;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;

/// A clinic and a theatre in Porto, invented, with some bookings in the weeks around today: so that steps of time and
/// performances can be booked as well as nights.
final class PortoCatalog {

    private static final ZoneId ZONE = HotelCatalog.ZONE;
    private static final int FIRST_GUEST = 500_000;
    private static final int SEATS_BOOKED = 23;
    private static final Site CLINIC = site("sit_clinic", "Clínica São Rafael", "41.157900", "-8.629100");
    private static final Site THEATRE = site("sit_theatre", "Teatro da Ribeira", "41.140800", "-8.613200");
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final List<LocalTime> APPOINTMENTS =
            List.of(LocalTime.of(9, 30), LocalTime.of(11, 0), LocalTime.of(14, 30), LocalTime.of(16, 0));

    /// Step and buffers of a practitioner, in minutes.
    private record Pace(int step, int before, int after) {}

    /// When an event is on, by the local clock.
    private record Show(Resource event, Set<DayOfWeek> days, LocalTime starts, Duration length) {}

    private final Instant now;
    private final LocalDate today;
    private final List<Resource> practitioners;
    private final List<Show> shows;
    private final List<Performance> performances = new ArrayList<>();
    private final List<ImportedBooking> bookings = new ArrayList<>();
    private final TreeMap<String, Cell> cells = new TreeMap<>();

    PortoCatalog(Instant now) {
        this.now = now;
        this.today = LocalDate.ofInstant(now, ZONE);
        this.practitioners = List.of(
                practitioner("res_clinicduarte", "Dr. Inês Duarte - General practice", "35.00", new Pace(30, 0, 0)),
                practitioner("res_clinicseixas", "Marta Seixas - Physiotherapy", "24.00", new Pace(30, 0, 30)),
                practitioner("res_clinicvaladas", "Dr. Rui Valadas - Dermatology", "30.00", new Pace(15, 15, 15)));
        this.shows = List.of(
                new Show(
                        event("res_theatrefado", "Fado à Noite", "An evening of fado by the river.", "28.50", 180),
                        EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
                        LocalTime.of(21, 0),
                        Duration.ofMinutes(90)),
                new Show(
                        event("res_theatrebarca", "Auto da Barca", "Gil Vicente's play of the boats.", "19.00", 240),
                        EnumSet.of(DayOfWeek.WEDNESDAY, DayOfWeek.SUNDAY),
                        LocalTime.of(20, 30),
                        Duration.ofMinutes(135)));
        practitioners.forEach(this::fill);
        shows.forEach(this::perform);
    }

    List<Site> sites() {
        return List.of(CLINIC, THEATRE);
    }

    List<Resource> resources() {
        List<Resource> resources = new ArrayList<>(practitioners);
        shows.forEach(show -> resources.add(show.event()));
        return resources;
    }

    List<Performance> performances() {
        return Collections.unmodifiableList(performances);
    }

    List<ImportedBooking> bookings() {
        return Collections.unmodifiableList(bookings);
    }

    List<Cell> cells() {
        return List.copyOf(cells.values());
    }

    private static Site site(String id, String name, String latitude, String longitude) {
        return new Site(
                new SiteId(id),
                name,
                "Porto, Portugal",
                new BigDecimal(latitude),
                new BigDecimal(longitude),
                ZONE,
                CurrencyUnit.EUR,
                LocalTime.of(9, 0),
                10);
    }

    private static Resource practitioner(String id, String name, String stepPrice, Pace pace) {
        List<OpeningHours> hours = WORKDAYS.stream()
                .map(day -> new OpeningHours(day, LocalTime.of(9, 0), LocalTime.of(18, 0)))
                .toList();
        ResourceTerms terms = new ResourceTerms(
                ResourceType.APPOINTMENT,
                name,
                "Appointments from Monday to Friday.",
                List.of("step-free access", "wifi"),
                List.of(),
                new BigDecimal("4.6"),
                1,
                1,
                new BigDecimal(stepPrice),
                pace.step(),
                pace.before(),
                pace.after(),
                60,
                120,
                false,
                CancellationPolicy.FREE_UNTIL_THE_DAY_BEFORE,
                List.of(),
                hours);
        return resource(id, CLINIC, terms);
    }

    private static Resource event(String id, String name, String text, String price, int seats) {
        ResourceTerms terms = new ResourceTerms(
                ResourceType.EVENT,
                name,
                text,
                List.of("step-free access", "bar"),
                List.of(),
                new BigDecimal("4.5"),
                10,
                seats,
                new BigDecimal(price),
                0,
                0,
                0,
                0,
                180,
                false,
                CancellationPolicy.FREE_UNTIL_THE_DAY_BEFORE,
                List.of(new Tax("VAT", Tax.Kind.PERCENT, HotelCatalog.VALUE_ADDED_TAX, true)),
                List.of());
        return resource(id, THEATRE, terms);
    }

    private static Resource resource(String id, Site site, ResourceTerms terms) {
        return new Resource(
                new ResourceId(id),
                site,
                terms.type().grain(),
                Resource.State.OPEN,
                terms,
                List.of(),
                List.of(),
                Revision.FIRST);
    }

    private void fill(Resource practitioner) {
        int minutes = practitioner.terms().stepMinutes() == 15
                ? 30
                : practitioner.terms().stepMinutes();
        for (LocalDate day = today.minusDays(7); day.isBefore(today.plusDays(14)); day = day.plusDays(1)) {
            for (LocalTime time : APPOINTMENTS) {
                boolean wanted = (bookings.size() + day.getDayOfMonth() + time.getHour()) % 4 != 0;
                if (WORKDAYS.contains(day.getDayOfWeek()) && wanted) {
                    book(practitioner, day.atTime(time), Duration.ofMinutes(minutes), Quantity.ONE);
                }
            }
        }
    }

    private void perform(Show show) {
        for (LocalDate day = today.plusDays(1); day.isBefore(today.plusDays(43)); day = day.plusDays(1)) {
            if (!show.days().contains(day.getDayOfWeek())) {
                continue;
            }
            LocalDateTime start = utc(day.atTime(show.starts()).atZone(ZONE).toInstant());
            int seats = show.event().terms().capacity();
            performances.add(new Performance(show.event().id(), start, start.plus(show.length()), seats));
            take(show.event(), start, 0);
            for (int i = 0; i < SEATS_BOOKED - day.getDayOfMonth() / 2; i++) {
                book(show.event(), day.atTime(show.starts()), show.length(), new Quantity(1 + i % 4));
            }
        }
    }

    private void book(Resource resource, LocalDateTime local, Duration length, Quantity quantity) {
        Instant start = local.atZone(ZONE).toInstant();
        TimeRange time = new TimeRange(start, start.plus(length));
        int step = resource.terms().stepMinutes();
        if (step == 0) {
            take(resource, utc(start), quantity.count());
        } else {
            Instant last = time.end().plus(Duration.ofMinutes(resource.terms().bufferAfterMinutes()));
            for (Instant grain = start.minus(Duration.ofMinutes(resource.terms().bufferBeforeMinutes()));
                    grain.isBefore(last);
                    grain = grain.plus(Duration.ofMinutes(step))) {
                take(resource, utc(grain), 1);
            }
        }
        bookings.add(toImported(resource, time, quantity));
    }

    private void take(Resource resource, LocalDateTime grain, int count) {
        Cell free = new Cell(resource.id(), grain, resource.terms().capacity(), 0, 0, count, 0, 1);
        cells.merge(
                resource.id() + ":" + grain,
                free,
                (old, more) ->
                        new Cell(old.resourceId(), grain, old.capacity(), 0, 0, old.booked() + more.booked(), 0, 1));
    }

    private ImportedBooking toImported(Resource resource, TimeRange time, Quantity quantity) {
        int steps = resource.terms().stepMinutes() == 0
                ? 1
                : Math.toIntExact(time.length().toMinutes() / resource.terms().stepMinutes());
        LocalDate date = LocalDate.ofInstant(time.start(), ZONE);
        Quote quote = PriceRule.quote(resource, Collections.nCopies(steps, date), quantity.count(), quantity.count());
        boolean past = time.end().isBefore(now);
        Instant createdAt = past ? time.start().minus(Duration.ofDays(9)) : now.minus(Duration.ofDays(1));
        int guest = FIRST_GUEST + bookings.size();
        Booking booking = new Booking(
                BookingId.random(),
                past ? BookingStatus.COMPLETED : BookingStatus.CONFIRMED,
                resource.site().id(),
                resource.id(),
                resource.terms().name(),
                null,
                null,
                List.of(),
                time.startText(),
                time.endText(),
                quantity,
                quantity.count(),
                quote.total(),
                quote.currency(),
                quote.lines(),
                resource.terms().cancellationPolicy(),
                ImportStore.confirmationCode(),
                GuestId.random(),
                GuestNames.invent("PRT", guest),
                null,
                PaymentStatus.PAID,
                quote.total(),
                createdAt,
                createdAt,
                Revision.FIRST);
        return new ImportedBooking(booking, null, "import-porto-" + bookings.size());
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
