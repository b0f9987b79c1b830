package dev.keyrack.server.operation;

import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.catalog.RateRule;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.ResourceType;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.catalog.StayRule;
import dev.keyrack.contract.catalog.Tax;
import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UnitId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/// The two hotels of the real data as they are sold: their room types with as many numbered rooms as were ever taken at
/// one time, at the average rates that were really paid.
final class HotelCatalog {

    static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    static final BigDecimal VALUE_ADDED_TAX = new BigDecimal("6.00");

    private static final CancellationPolicy POLICY = new CancellationPolicy(48, 100, 100);
    private static final int ROOMS_A_FLOOR = 40;
    private static final BigDecimal CITY_TAX = new BigDecimal("2.00");
    private static final Site CITY = new Site(
            new SiteId("sit_city"),
            "City Hotel",
            "Lisbon, Portugal",
            new BigDecimal("38.722300"),
            new BigDecimal("-9.139300"),
            ZONE,
            CurrencyUnit.EUR,
            LocalTime.of(14, 0),
            10);
    private static final Site RESORT = new Site(
            new SiteId("sit_resort"),
            "Resort Hotel",
            "Albufeira, Algarve, Portugal",
            new BigDecimal("37.089100"),
            new BigDecimal("-8.247900"),
            ZONE,
            CurrencyUnit.EUR,
            LocalTime.of(15, 0),
            10);

    /// A room type and its rooms, by number.
    record RoomType(Resource resource, List<Unit> rooms) {

        int capacity() {
            return rooms.size();
        }
    }

    /// What a letter stands for; the names are ours, the file has only letters.
    private record Kind(String letter, String name, int maximumGuests, String rating, String amenities, String text) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("A", "Standard Double", 3, "4.1", "", "A quiet room with a double bed or two single beds."),
            new Kind("B", "Standard Family", 4, "4.0", "sofa bed", "A double bed and a sofa bed for two children."),
            new Kind("C", "Family Room", 4, "4.3", "sofa bed,fridge", "Two rooms with a door between them."),
            new Kind("D", "Superior Double", 3, "4.4", "balcony", "A larger room with a balcony and a desk."),
            new Kind("E", "Deluxe Double", 3, "4.5", "balcony,minibar", "On the upper floors, with a minibar."),
            new Kind("F", "Junior Suite", 4, "4.6", "balcony,minibar,bathtub", "One large room with a seating corner."),
            new Kind("G", "Family Suite", 5, "4.7", "balcony,minibar,kitchenette", "Two bedrooms and a living room."),
            new Kind("H", "Grand Suite", 6, "4.8", "terrace,minibar,kitchenette", "Three bedrooms around a terrace."),
            new Kind("L", "Loft", 2, "4.2", "terrace", "Under the roof, with a terrace of its own."));

    private static final Map<String, Map<String, Integer>> CAPACITY = Map.of(
            CITY.name(), Map.of("A", 217, "B", 14, "C", 2, "D", 64, "E", 13, "F", 9, "G", 5),
            RESORT.name(), Map.of("A", 143, "B", 1, "C", 14, "D", 64, "E", 38, "F", 12, "G", 10, "H", 5, "L", 1));

    private final Map<String, RoomType> types = new LinkedHashMap<>();

    /// @param today decides for which years there are rates: from the last one to the one after the next
    HotelCatalog(List<HotelRow> history, LocalDate today) {
        HotelRates rates = new HotelRates(history);
        addHotel(CITY, rates, Year.of(today.getYear()));
        addHotel(RESORT, rates, Year.of(today.getYear()));
    }

    private void addHotel(Site site, HotelRates rates, Year year) {
        Map<String, Integer> capacity = CAPACITY.getOrDefault(site.name(), Map.of());
        int room = 0;
        for (Kind kind : KINDS) {
            int rooms = capacity.getOrDefault(kind.letter(), 0);
            if (rooms > 0) {
                Resource resource = toResource(site, kind, rooms, rates, year);
                types.put(key(site.name(), kind.letter()), new RoomType(resource, rooms(resource, room, rooms)));
                room += rooms;
            }
        }
    }

    List<Site> sites() {
        return List.of(CITY, RESORT);
    }

    List<RoomType> types() {
        return List.copyOf(types.values());
    }

    Optional<RoomType> find(String hotel, String letter) {
        return Optional.ofNullable(types.get(key(hotel, letter)));
    }

    private static String key(String hotel, String letter) {
        return hotel + '/' + letter;
    }

    private static List<Unit> rooms(Resource resource, int before, int count) {
        List<Unit> rooms = new ArrayList<>();
        for (int i = before; i < before + count; i++) {
            String number = "%d%02d".formatted(1 + i / ROOMS_A_FLOOR, 1 + i % ROOMS_A_FLOOR);
            String site = resource.site().id().value().substring("sit_".length());
            rooms.add(new Unit(new UnitId("unt_" + site + number), resource.id(), number, true, Revision.FIRST));
        }
        return rooms;
    }

    private static Resource toResource(Site site, Kind kind, int rooms, HotelRates rates, Year year) {
        boolean city = site.equals(CITY);
        ResourceTerms terms = new ResourceTerms(
                ResourceType.HOTEL,
                site.name() + " - " + kind.name() + " (" + kind.letter() + ")",
                kind.text()
                        + (city ? " In the middle of Lisbon." : " Ten minutes on foot from the beach of Albufeira."),
                amenities(city, kind),
                List.of(),
                new BigDecimal(kind.rating()),
                kind.maximumGuests(),
                rooms,
                rates.mean(site.name(), kind.letter()),
                0,
                0,
                0,
                0,
                730,
                false,
                POLICY,
                taxes(city),
                List.of());
        String id = "res_" + site.id().value().substring("sit_".length())
                + kind.letter().toLowerCase(Locale.ROOT);
        return new Resource(
                new ResourceId(id),
                site,
                Grain.NIGHT,
                Resource.State.OPEN,
                terms,
                rateRules(site.name(), kind.letter(), rates, year),
                city ? List.of() : augusts(year),
                Revision.FIRST);
    }

    private static List<String> amenities(boolean city, Kind kind) {
        List<String> amenities = new ArrayList<>(List.of("wifi", "air conditioning", "breakfast"));
        amenities.addAll(city ? List.of("gym") : List.of("pool", "parking"));
        if (!kind.amenities().isEmpty()) {
            amenities.addAll(List.of(kind.amenities().split(",", -1)));
        }
        return amenities;
    }

    private static List<Tax> taxes(boolean city) {
        Tax valueAdded = new Tax("VAT", Tax.Kind.PERCENT, VALUE_ADDED_TAX, true);
        return city
                ? List.of(valueAdded, new Tax("City tax", Tax.Kind.PER_GUEST_AND_GRAIN, CITY_TAX, false))
                : List.of(valueAdded);
    }

    private static List<RateRule> rateRules(String hotel, String letter, HotelRates rates, Year year) {
        List<RateRule> rules = new ArrayList<>();
        for (YearMonth month = year.minusYears(1).atMonth(Month.JANUARY);
                month.getYear() <= year.getValue() + 2;
                month = month.plusMonths(1)) {
            rules.add(new RateRule(
                    month.toString(),
                    month.atDay(1),
                    month.atEndOfMonth(),
                    Set.of(),
                    1,
                    rates.mean(hotel, letter, month.getMonth()),
                    null));
        }
        rules.add(new RateRule(
                "Friday and Saturday", null, null, HotelRates.WEEKEND, 1, null, rates.weekendPercent(hotel)));
        rules.add(new RateRule("A week or longer", null, null, Set.of(), 7, null, BigDecimal.valueOf(-10)));
        return rules;
    }

    private static List<StayRule> augusts(Year year) {
        List<StayRule> rules = new ArrayList<>();
        for (int i = -1; i <= 2; i++) {
            YearMonth august = year.plusYears(i).atMonth(Month.AUGUST);
            rules.add(new StayRule(
                    august.atDay(1),
                    august.atEndOfMonth(),
                    Set.of(),
                    3,
                    null,
                    false,
                    false,
                    false,
                    null,
                    "Three nights or more in August"));
        }
        return rules;
    }
}
