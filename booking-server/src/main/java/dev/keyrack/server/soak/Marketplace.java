package dev.keyrack.server.soak;

import dev.keyrack.contract.catalog.CancellationPolicy;
import dev.keyrack.contract.catalog.CreateResource;
import dev.keyrack.contract.catalog.OpeningHours;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.ResourceType;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.catalog.UnitTerms;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.server.bench.Wire;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;

/// Opens what is fought for: few rooms, appointments and performances, so that clients are in each other's way.
final class Marketplace {

    private static final int DAYS_AHEAD = 400;
    private static final int WINDOW_DAYS = 3_000;
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final Duration EVENING = Duration.ofHours(2);

    private final Wire desk;
    private final SiteId site = SiteId.random();
    private final Instant now;

    /// @param desk calls as an administrator
    Marketplace(Wire desk, Instant now) {
        this.desk = desk;
        this.now = now;
        Site terms = new Site(
                site,
                "Soak",
                "Nowhere",
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                ZoneOffset.UTC,
                CurrencyUnit.EUR,
                LocalTime.of(15, 0),
                (int) World.HOLD.toMinutes());
        require(desk.post("api/v1/sites", terms));
    }

    SiteId site() {
        return site;
    }

    /// Rooms, of which those of one type have numbers; two practitioners; three evenings of a play.
    List<Market> open() {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(DAYS_AHEAD);
        Instant ten = day.atTime(10, 0).toInstant(ZoneOffset.UTC);
        return List.of(
                new Market(
                        new World(now),
                        offer(ResourceType.HOTEL, day.toString(), 6, 1, 3, 3),
                        offer(ResourceType.HOTEL, day.toString(), 6, 1, 2, 0)),
                new Market(
                        new World(now),
                        offer(ResourceType.APPOINTMENT, ten.toString(), 8, 1, 1, 0),
                        offer(ResourceType.APPOINTMENT, ten.toString(), 8, 1, 2, 0)),
                new Market(new World(now), offer(ResourceType.EVENT, ten.toString(), 3, 3, 6, 0)));
    }

    private Offer offer(ResourceType type, String opening, int grains, int most, int capacity, int units) {
        Grain grain = type.grain();
        Wire.Reply made = require(desk.post("api/v1/resources", new CreateResource(site, terms(type, capacity))));
        String resource = made.body().path("id").asText();
        List<String> names = IntStream.range(0, units)
                .mapToObj(number -> require(desk.post(
                                "api/v1/resources/" + resource + "/units", new UnitTerms("10" + number, true)))
                        .body()
                        .path("id")
                        .asText())
                .toList();
        Offer offer = new Offer(
                resource, grain, opening, grains, grain == Grain.OCCURRENCE ? EVENING : STEP, most, capacity, names);
        if (grain == Grain.OCCURRENCE) {
            IntStream.range(0, grains).forEach(number -> require(Visitor.plan(desk, offer, number, capacity)));
        }
        return offer;
    }

    private static ResourceTerms terms(ResourceType type, int capacity) {
        boolean steps = type == ResourceType.APPOINTMENT;
        List<OpeningHours> hours = Arrays.stream(DayOfWeek.values())
                .map(day -> new OpeningHours(day, LocalTime.of(9, 0), LocalTime.of(18, 0)))
                .toList();
        return new ResourceTerms(
                type,
                "Soaked",
                "",
                List.of(),
                List.of(),
                BigDecimal.ONE,
                10,
                capacity,
                new BigDecimal("10.00"),
                steps ? (int) STEP.toMinutes() : 0,
                0,
                steps ? (int) STEP.toMinutes() : 0,
                0,
                WINDOW_DAYS,
                false,
                CancellationPolicy.FREE_UNTIL_THE_DAY_BEFORE,
                List.of(),
                steps ? hours : List.of());
    }

    private static Wire.Reply require(Wire.Reply reply) {
        if (reply.status() >= 300) {
            throw new SoakException("The server refused to open the site: " + reply.status() + " " + reply.body());
        }
        return reply;
    }
}
