package dev.keyrack.server.search;

import dev.keyrack.contract.catalog.FoundResource;
import dev.keyrack.contract.catalog.OpeningHours;
import dev.keyrack.contract.catalog.Page;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.TimeRange;
import dev.keyrack.server.catalog.CatalogService;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.pricing.CapacityRule;
import dev.keyrack.server.pricing.PriceRule;
import dev.keyrack.server.pricing.SaleRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds resources. `available` means: at this moment really free for the whole period, and no rule against it.
public final class SearchService {

    private final Database database;
    private final SearchStore store;
    private final Clock clock;

    public SearchService(Database database, CatalogService catalog, Clock clock) {
        this.database = database;
        this.clock = clock;
        store = new SearchStore(catalog);
    }

    /// What is free in the dates asked for.
    private record Stock(
            Map<ResourceId, Map<LocalDateTime, Integer>> free, List<SearchStore.Performance> performances) {

        int free(Resource resource, LocalDateTime grain, int untouched) {
            return free.getOrDefault(resource.id(), Map.of()).getOrDefault(grain, untouched);
        }
    }

    Page<FoundResource> search(SearchCriteria wanted, int page, int limit) {
        List<FoundResource> all = database.read(tx -> {
            StayRange dates = wanted.dates();
            Stock stock = dates == null
                    ? new Stock(Map.of(), List.of())
                    : new Stock(store.listFree(tx, dates), store.listPerformances(tx, dates));
            return store.listCandidates(tx, wanted).stream()
                    .map(resource -> toFound(resource, wanted, stock))
                    .filter(found -> fits(found, wanted))
                    .sorted(order(wanted.sort()))
                    .toList();
        });
        List<FoundResource> shown =
                all.stream().skip((page - 1L) * limit).limit(limit).toList();
        return new Page<>(shown, new Page.Pagination(page, limit, all.size()));
    }

    private static boolean fits(FoundResource found, SearchCriteria wanted) {
        BigDecimal least = wanted.minimumPrice();
        BigDecimal most = wanted.maximumPrice();
        Boolean available = wanted.available();
        return (least == null || found.price().compareTo(least) >= 0)
                && (most == null || found.price().compareTo(most) <= 0)
                && (available == null || available == found.available());
    }

    private static Comparator<FoundResource> order(SearchCriteria.Sort sort) {
        Comparator<FoundResource> first = switch (sort) {
            case NAME -> Comparator.comparing(FoundResource::name);
            case PRICE -> Comparator.comparing(FoundResource::price);
            case PRICE_DESCENDING -> Comparator.comparing(FoundResource::price).reversed();
            case RATING -> Comparator.comparing(FoundResource::rating).reversed();
            case DISTANCE ->
                Comparator.comparing(FoundResource::distance, Comparator.nullsLast(Comparator.naturalOrder()));
        };
        return first.thenComparing(FoundResource::name)
                .thenComparing(found -> found.id().value());
    }

    private FoundResource toFound(Resource resource, SearchCriteria wanted, Stock stock) {
        StayRange dates = wanted.dates();
        SearchCriteria.Point point = wanted.point();
        return new FoundResource(
                resource.id(),
                resource.terms().type(),
                resource.terms().name(),
                resource.site().location(),
                price(resource, dates),
                resource.currency(),
                resource.terms().rating(),
                dates == null || isFree(resource, dates, wanted.guests(), stock),
                resource.terms().images(),
                point == null
                        ? null
                        : DistanceRule.kilometres(
                                point,
                                new SearchCriteria.Point(
                                        resource.site().latitude(),
                                        resource.site().longitude())));
    }

    private static BigDecimal price(Resource resource, @Nullable StayRange dates) {
        if (dates == null) {
            return resource.terms().basePrice().setScale(resource.currency().getDecimalPlaces(), RoundingMode.HALF_UP);
        }
        List<LocalDate> priced = resource.grain() == Grain.NIGHT ? dates.nights() : List.of(dates.checkIn());
        return PriceRule.quote(resource, priced, 1, 1).perGrain();
    }

    private boolean isFree(Resource resource, StayRange dates, int guests, Stock stock) {
        return switch (resource.grain()) {
            case NIGHT ->
                sellable(resource, dates, guests)
                        && dates.nights().stream()
                                .allMatch(night -> stock.free(
                                                resource, night.atStartOfDay(), CapacityRule.capacity(resource, night))
                                        > 0);
            case TIME ->
                dates.checkIn()
                        .datesUntil(dates.checkOut().plusDays(1))
                        .anyMatch(date -> hasFreeStep(resource, date, guests, stock));
            case OCCURRENCE ->
                stock.performances().stream()
                        .filter(performance -> performance.resource().equals(resource.id()))
                        .anyMatch(performance -> isFree(resource, performance, dates, guests, stock));
        };
    }

    private boolean sellable(Resource resource, Period period, int guests) {
        return SaleRule.refusal(resource, period, 1, guests, clock.instant()).isEmpty();
    }

    private boolean isFree(
            Resource resource, SearchStore.Performance performance, StayRange dates, int guests, Stock stock) {
        LocalDate date = LocalDate.ofInstant(performance.start().toInstant(ZoneOffset.UTC), resource.timeZone());
        TimeRange time = new TimeRange(
                performance.start().toInstant(ZoneOffset.UTC), performance.end().toInstant(ZoneOffset.UTC));
        return !date.isBefore(dates.checkIn())
                && !date.isAfter(dates.checkOut())
                && sellable(resource, time, guests)
                && stock.free(resource, performance.start(), performance.capacity()) > 0;
    }

    private boolean hasFreeStep(Resource resource, LocalDate date, int guests, Stock stock) {
        int step = resource.terms().stepMinutes();
        return resource.terms().openingHours().stream()
                .filter(hours -> hours.day() == date.getDayOfWeek())
                .flatMap(hours -> steps(resource, date, hours))
                .anyMatch(start -> isStepFree(resource, start, step, stock)
                        && sellable(
                                resource,
                                new TimeRange(
                                        start.toInstant(),
                                        start.plusMinutes(step).toInstant()),
                                guests));
    }

    private static Stream<ZonedDateTime> steps(Resource resource, LocalDate date, OpeningHours hours) {
        int step = resource.terms().stepMinutes();
        ZonedDateTime closes = date.atTime(hours.closes()).atZone(resource.timeZone());
        return Stream.iterate(
                date.atTime(hours.opens()).atZone(resource.timeZone()),
                start -> !start.plusMinutes(step).isAfter(closes),
                start -> start.plusMinutes(step));
    }

    private static boolean isStepFree(Resource resource, ZonedDateTime start, int step, Stock stock) {
        int capacity = CapacityRule.capacity(resource, start.toLocalDate());
        LocalDateTime from = utc(start.minusMinutes(resource.terms().bufferBeforeMinutes()));
        LocalDateTime until =
                utc(start.plusMinutes((long) step + resource.terms().bufferAfterMinutes()));
        return Stream.iterate(from, at -> at.isBefore(until), at -> at.plusMinutes(step))
                .allMatch(at -> stock.free(resource, at, capacity) > 0);
    }

    private static LocalDateTime utc(ZonedDateTime time) {
        return time.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }
}
