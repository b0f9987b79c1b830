package dev.keyrack.server.rig;

import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.catalog.OpeningHours;
import dev.keyrack.contract.catalog.RateRule;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.ResourceType;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.catalog.StayRule;
import dev.keyrack.contract.catalog.Tax;
import dev.keyrack.contract.value.Revision;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.joda.money.CurrencyUnit;

/// Bends one resource, and its site, step by step: what a test does not name is ordinary.
public final class ResourceBuilder {

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    private final ResourceType type;
    private String name = "Garden Room";
    private ZoneId zone = ZoneId.of("Europe/Lisbon");
    private CurrencyUnit currency = CurrencyUnit.EUR;
    private BigDecimal price = new BigDecimal("100.00");
    private BigDecimal rating = new BigDecimal("4.5");
    private int capacity = 2;
    private int guests = 2;
    private int bufferMinutes;
    private int leadTimeMinutes;
    private int windowDays = 3660;
    private Resource.State state = Resource.State.OPEN;
    private List<String> amenities = List.of("WiFi");
    private List<Tax> taxes = List.of();
    private List<RateRule> rates = List.of();
    private List<StayRule> rules = List.of();
    private List<OpeningHours> hours = List.of();

    private ResourceBuilder(ResourceType type) {
        this.type = type;
    }

    /// A room for two, 100 EUR a night, in Lisbon.
    public static ResourceBuilder aRoom() {
        return new ResourceBuilder(ResourceType.HOTEL);
    }

    /// Half hours from nine to five on every day, in Lisbon.
    public static ResourceBuilder anAppointment() {
        return new ResourceBuilder(ResourceType.APPOINTMENT).open(NINE, FIVE);
    }

    /// Tickets in Lisbon.
    public static ResourceBuilder anEvent() {
        return new ResourceBuilder(ResourceType.EVENT);
    }

    public ResourceBuilder named(String text) {
        name = text;
        return this;
    }

    public ResourceBuilder in(String zoneId) {
        zone = ZoneId.of(zoneId);
        return this;
    }

    public ResourceBuilder in(CurrencyUnit unit) {
        currency = unit;
        return this;
    }

    public ResourceBuilder at(String basePrice) {
        price = new BigDecimal(basePrice);
        return this;
    }

    public ResourceBuilder rated(String stars) {
        rating = new BigDecimal(stars);
        return this;
    }

    public ResourceBuilder capacity(int units) {
        capacity = units;
        return this;
    }

    public ResourceBuilder forGuests(int most) {
        guests = most;
        return this;
    }

    public ResourceBuilder bufferAfter(int minutes) {
        bufferMinutes = minutes;
        return this;
    }

    public ResourceBuilder leadTime(int minutes) {
        leadTimeMinutes = minutes;
        return this;
    }

    public ResourceBuilder window(int days) {
        windowDays = days;
        return this;
    }

    public ResourceBuilder closed() {
        state = Resource.State.CLOSED;
        return this;
    }

    public ResourceBuilder with(String... words) {
        amenities = List.of(words);
        return this;
    }

    public ResourceBuilder taxed(Tax... all) {
        taxes = List.of(all);
        return this;
    }

    public ResourceBuilder rates(RateRule... all) {
        rates = List.of(all);
        return this;
    }

    public ResourceBuilder rules(StayRule... all) {
        rules = List.of(all);
        return this;
    }

    public ResourceBuilder open(LocalTime from, LocalTime to) {
        hours = Arrays.stream(DayOfWeek.values())
                .map(day -> new OpeningHours(day, from, to))
                .toList();
        return this;
    }

    public ResourceBuilder open(OpeningHours... all) {
        hours = List.of(all);
        return this;
    }

    public ResourceTerms terms() {
        return new ResourceTerms(
                type,
                name,
                "",
                amenities,
                List.of(),
                rating,
                guests,
                capacity,
                price,
                type == ResourceType.APPOINTMENT ? 30 : 0,
                0,
                bufferMinutes,
                leadTimeMinutes,
                windowDays,
                false,
                CancellationPolicy.FREE_UNTIL_THE_DAY_BEFORE,
                taxes,
                hours);
    }

    public Site site() {
        return new Site(
                Sample.SITE,
                "Sample House",
                "Lisbon, Portugal",
                new BigDecimal("38.72"),
                new BigDecimal("-9.14"),
                zone,
                currency,
                LocalTime.of(15, 0),
                10);
    }

    public Resource build() {
        return new Resource(Sample.RESOURCE, site(), type.grain(), state, terms(), rates, rules, Revision.FIRST);
    }
}
