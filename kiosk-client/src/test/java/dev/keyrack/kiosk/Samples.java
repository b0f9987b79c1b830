package dev.keyrack.kiosk;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.LaunchOptions;
import dev.keyrack.client.api.ClientJson;
import dev.keyrack.client.store.LocalStore;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.availability.Availability;
import dev.keyrack.contract.availability.Calendar;
import dev.keyrack.contract.availability.Hold;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.contract.booking.CreatedBooking;
import dev.keyrack.contract.booking.PaymentStatus;
import dev.keyrack.contract.booking.PriceLine;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.ResourceType;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.contract.sync.Change;
import dev.keyrack.contract.value.BookingId;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.HoldId;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.TimeRange;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.fx.Messages;
import dev.keyrack.kiosk.flow.GuestInput;
import dev.keyrack.kiosk.flow.House;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import dev.keyrack.kiosk.flow.Offer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/// A small hotel in Lisbon with doubles, on a June day at noon.
public final class Samples {

    public static final LocalDate TODAY = LocalDate.of(2027, 6, 14);
    public static final Clock NOON = Clock.fixed(Instant.parse("2027-06-14T11:00:00Z"), ZoneOffset.UTC);
    public static final Messages ENGLISH = Messages.of(KioskApp.class, Locale.ENGLISH);
    public static final Site SITE = new Site(
            new SiteId("sit_city"),
            "City Hotel",
            "Lisbon",
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            ZoneId.of("Europe/Lisbon"),
            CurrencyUnit.EUR,
            LocalTime.of(15, 0),
            10);
    public static final Resource DOUBLE = new Resource(
            new ResourceId("res_double"),
            SITE,
            Grain.NIGHT,
            Resource.State.OPEN,
            new ResourceTerms(
                    ResourceType.HOTEL,
                    "City Hotel - Double (A)",
                    "A quiet room.",
                    List.of("wifi", "harp"),
                    List.of("/api/v1/media/room.jpg"),
                    new BigDecimal("4.5"),
                    2,
                    5,
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
    public static final Resource SHOW = timed(ResourceType.EVENT, "Fado by the river", 240, 0);
    public static final Resource PRACTICE = timed(ResourceType.APPOINTMENT, "Marta Seixas - Physiotherapy", 1, 30);
    public static final Offer OFFER = new Offer(DOUBLE, null, 5, new BigDecimal("120.00"), new BigDecimal("120.00"));
    public static final GuestInput ANA = new GuestInput("Ana", "Silva", "ana@example.com", "");
    public static final Availability FREE = new Availability(
            true, DOUBLE.id(), 5, new BigDecimal("120.00"), CurrencyUnit.EUR, new BigDecimal("120.00"), 1, null);

    private Samples() {}

    /// Sold by the ticket, or in steps of half an hour with a pause of one step afterwards.
    private static Resource timed(ResourceType type, String name, int capacity, int minutes) {
        return new Resource(
                new ResourceId("res_" + type.name().toLowerCase(Locale.ROOT)),
                SITE,
                type.grain(),
                Resource.State.OPEN,
                new ResourceTerms(
                        type,
                        name,
                        "In the small hall.",
                        List.of("bar"),
                        List.of(),
                        new BigDecimal("4.5"),
                        10,
                        capacity,
                        new BigDecimal("28.50"),
                        minutes,
                        0,
                        minutes,
                        60,
                        90,
                        false,
                        CancellationPolicy.FREE_UNTIL_THE_DAY_BEFORE,
                        List.of(),
                        List.of()),
                List.of(),
                List.of(),
                Revision.FIRST);
    }

    /// A performance on so many days from today, at eight in the evening in Lisbon.
    public static Calendar.Entry performance(int days, int taken) {
        String day = TODAY.plusDays(days).toString();
        return new Calendar.Entry(
                day + "T19:00:00Z", day + "T21:00:00Z", 240, taken, new BigDecimal("28.50"), true, null);
    }

    public static Calendar calendar(Resource resource, Calendar.Entry... entries) {
        return new Calendar(resource.id(), resource.grain(), CurrencyUnit.EUR, List.of(entries));
    }

    /// Half an hour of the practice, from noon in Lisbon on every half hour of so many days.
    public static Calendar appointments(int days) {
        return calendar(
                PRACTICE,
                IntStream.range(0, days)
                        .boxed()
                        .flatMap(day -> IntStream.range(0, 12).mapToObj(step -> step(day, step)))
                        .toArray(Calendar.Entry[]::new));
    }

    private static Calendar.Entry step(int day, int step) {
        Instant start = NOON.instant().plus(Duration.ofDays(day)).plus(Duration.ofMinutes(30L * step));
        return new Calendar.Entry(start.toString(), 1, step == 5 ? 1 : 0, new BigDecimal("28.50"), true, null);
    }

    public static Offer appointment() {
        Instant start = NOON.instant().plus(Duration.ofDays(1));
        TimeRange time = new TimeRange(start, start.plus(Duration.ofMinutes(30)));
        return new Offer(PRACTICE, time, 1, new BigDecimal("28.50"), new BigDecimal("28.50"));
    }

    /// A seat at that performance.
    public static Offer seat(int days) {
        Instant start = Instant.parse(TODAY.plusDays(days) + "T19:00:00Z");
        TimeRange time = new TimeRange(start, start.plusSeconds(7200));
        return new Offer(SHOW, time, 200, new BigDecimal("28.50"), new BigDecimal("28.50"));
    }

    /// A runtime whose server never answers.
    public static ClientRuntime cutOff(Path folder) {
        return new ClientRuntime(LaunchOptions.of(List.of("--server=http://127.0.0.1:1/", "--folder=" + folder)), NOON);
    }

    /// The house, with its catalogue in a copy of its own.
    public static House house(Path folder) {
        return house(folder, DOUBLE);
    }

    /// The house with more rooms, long names and pictures.
    public static House houseOfMany(Path folder) {
        return house(
                folder,
                DOUBLE,
                room("res_family", "Familienzimmer mit Verbindungstür", 6),
                room("res_suite", "Präsidentensuite mit Dachterrasse und Flussblick", 2),
                room("res_single", "Standard Single", 1),
                room("res_apartment", "Apartment", 4),
                SHOW,
                PRACTICE);
    }

    private static Resource room(String id, String name, int guests) {
        ResourceTerms like = DOUBLE.terms();
        return new Resource(
                new ResourceId(id),
                SITE,
                Grain.NIGHT,
                Resource.State.OPEN,
                new ResourceTerms(
                        like.type(),
                        "City Hotel - " + name + " (B)",
                        "A larger room with a balcony, a desk and a sofa bed for two children. In the middle of Lisbon.",
                        like.amenities(),
                        like.images(),
                        like.rating(),
                        guests,
                        like.capacity(),
                        like.basePrice(),
                        0,
                        0,
                        0,
                        0,
                        365,
                        false,
                        like.cancellationPolicy(),
                        List.of(),
                        List.of()),
                List.of(),
                List.of(),
                Revision.FIRST);
    }

    public static House house(Path folder, Resource... sold) {
        LocalStore copy = LocalStore.open(folder.resolve("house"));
        List<Change> changes = Stream.of(sold).map(Samples::toChange).toList();
        copy.apply(SiteCopy.CATALOG, changes, "1");
        return new House(SITE, copy, NOON);
    }

    private static Change toChange(Resource resource) {
        @SuppressWarnings("unchecked")
        Map<String, Object> body = ClientJson.read(ClientJson.write(resource), Map.class);
        return new Change(SiteCopy.CATALOG, 1, "resource", resource.id().value(), 1, Change.Operation.PUT, 1, body);
    }

    public static Hold hold(String id) {
        return new Hold(
                new HoldId(id),
                DOUBLE.id(),
                TODAY.toString(),
                TODAY.plusDays(1).toString(),
                Quantity.ONE,
                Hold.State.ACTIVE,
                NOON.instant().plusSeconds(600),
                false,
                new BigDecimal("124.00"),
                CurrencyUnit.EUR,
                List.of(
                        new PriceLine(PriceLine.Kind.GRAIN, TODAY.toString(), new BigDecimal("120.00"), false),
                        new PriceLine(PriceLine.Kind.TAX, "City tax", new BigDecimal("4.00"), false)),
                Revision.FIRST);
    }

    public static CreatedBooking created() {
        return new CreatedBooking(
                new BookingId("bkg_1"),
                BookingStatus.CONFIRMED,
                DOUBLE.id(),
                TODAY.toString(),
                TODAY.plusDays(1).toString(),
                new BigDecimal("124.00"),
                CurrencyUnit.EUR,
                "KR2F4G",
                NOON.instant());
    }

    public static Booking booking(BookingStatus status, LocalDate from, String paid) {
        return new Booking(
                new BookingId("bkg_1"),
                status,
                SITE.id(),
                DOUBLE.id(),
                "City Hotel - Double (A)",
                status == BookingStatus.CHECKED_IN ? new UnitId("unt_1") : null,
                status == BookingStatus.CHECKED_IN ? "101" : null,
                List.of(),
                from.toString(),
                from.plusDays(1).toString(),
                Quantity.ONE,
                2,
                new BigDecimal("124.00"),
                CurrencyUnit.EUR,
                List.of(),
                CancellationPolicy.FREE_UNTIL_THE_DAY_BEFORE,
                "KR2F4G",
                new GuestId("gst_1"),
                new UserDetails("Ana", "Silva", "ana@example.com", null),
                null,
                PaymentStatus.UNPAID,
                new BigDecimal(paid),
                Instant.EPOCH,
                Instant.EPOCH,
                Revision.FIRST);
    }

    /// A guest who has come as far as these events lead.
    public static Journey journey(KioskEvent... events) {
        Journey journey = new Journey(NOON, hold -> {});
        List.of(events).forEach(journey::tell);
        return journey;
    }

    /// What leads to the price, with the hold in hand.
    public static KioskEvent[] toReview() {
        List<KioskEvent> events = new ArrayList<>(List.of(toDetails()));
        events.add(new KioskEvent.Typed(ANA));
        events.add(new KioskEvent.DetailsGiven());
        return events.toArray(KioskEvent[]::new);
    }

    public static KioskEvent[] toDetails() {
        return new KioskEvent[] {new KioskEvent.Begin(TODAY), new KioskEvent.Chosen(OFFER), new KioskEvent.RoomTaken()};
    }

    /// A guest at the price, whose room is kept.
    public static Journey kept() {
        Journey journey = journey(toReview());
        journey.tell(new KioskEvent.Held(journey.require(KioskStep.Review.class).visit(), hold("hld_1")));
        return journey;
    }

    /// A guest at the terminal.
    public static Journey paying() {
        Journey journey = kept();
        journey.tell(new KioskEvent.PaymentBegan("sale-1"));
        return journey;
    }
}
