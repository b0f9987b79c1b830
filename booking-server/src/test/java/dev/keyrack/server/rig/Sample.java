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
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.contract.value.SiteId;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.joda.money.CurrencyUnit;

/// Resources for tests, with defaults that each test bends where it matters.
public final class Sample {

    public static final SiteId SITE = new SiteId("sit_test");
    public static final ResourceId RESOURCE = new ResourceId("res_123");

    private Sample() {}

    public static Site site(String zone) {
        return new Site(
                SITE,
                "Grand Hotel",
                "New York, NY",
                new BigDecimal("40.71"),
                new BigDecimal("-74.01"),
                ZoneId.of(zone),
                CurrencyUnit.USD,
                LocalTime.of(15, 0),
                10);
    }

    public static ResourceTerms nights(int capacity, Tax... taxes) {
        return terms(ResourceType.HOTEL, capacity, 0, List.of(taxes));
    }

    public static ResourceTerms appointments(int stepMinutes) {
        return terms(ResourceType.APPOINTMENT, 1, stepMinutes, List.of());
    }

    public static ResourceTerms event() {
        return terms(ResourceType.EVENT, 0, 0, List.of());
    }

    private static ResourceTerms terms(ResourceType type, int capacity, int stepMinutes, List<Tax> taxes) {
        List<OpeningHours> weekdays = Arrays.stream(DayOfWeek.values())
                .map(day -> new OpeningHours(day, LocalTime.of(9, 0), LocalTime.of(17, 0)))
                .toList();
        return new ResourceTerms(
                type,
                "Grand Hotel",
                "",
                List.of("wifi", "pool"),
                List.of("url1", "url2"),
                new BigDecimal("4.5"),
                2,
                capacity,
                new BigDecimal("150.00"),
                stepMinutes,
                0,
                0,
                0,
                1000,
                false,
                CancellationPolicy.FREE_UNTIL_THE_DAY_BEFORE,
                taxes,
                stepMinutes == 0 ? List.of() : weekdays);
    }

    public static Resource resource(String zone, ResourceTerms terms, List<RateRule> rates, List<StayRule> rules) {
        return new Resource(
                RESOURCE, site(zone), terms.type().grain(), Resource.State.OPEN, terms, rates, rules, Revision.FIRST);
    }
}
