package dev.keyrack.server.inventory;

import dev.keyrack.contract.availability.Availability;
import dev.keyrack.contract.availability.Calendar;
import dev.keyrack.contract.availability.CheckAvailability;
import dev.keyrack.contract.availability.RatesEffect;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.ResourceRates;
import dev.keyrack.contract.catalog.StayRule;
import dev.keyrack.contract.problem.Alternative;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.TimeRange;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.catalog.CatalogService;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import dev.keyrack.server.pricing.CapacityRule;
import dev.keyrack.server.pricing.PriceRule;
import dev.keyrack.server.pricing.Quote;
import dev.keyrack.server.pricing.SaleRule;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Says what is free and what it costs; takes nothing.
public final class AvailabilityService {

    /// Separates the resource's revision from the sum of its cells' versions in [Availability#version].
    private static final long VERSION_BASE = 1_000_000_000L;
    private static final int FARTHEST_DAYS = 14;

    private final Database database;
    private final CatalogService catalog;
    private final InventoryService inventory;
    private final Clock clock;

    public AvailabilityService(Database database, CatalogService catalog, InventoryService inventory, Clock clock) {
        this.database = database;
        this.catalog = catalog;
        this.inventory = inventory;
        this.clock = clock;
    }

    /// Answers a check by the truth of this moment.
    public Availability check(CheckAvailability request) {
        Period period = HoldRequest.period(request.startDate(), request.endDate());
        return database.read(
                tx -> check(tx, catalog.getResource(tx, request.resourceId()), period, request.quantity()));
    }

    private Availability check(Transaction tx, Resource resource, Period period, Quantity quantity) {
        int count = quantity.count();
        Grains grains = inventory.grains(tx, resource, period);
        Quote quote = PriceRule.quote(resource, grains.dates(resource), count, count);
        List<Cell> cells = inventory.view(tx, resource, grains.taken());
        int free = Math.max(0, cells.stream().mapToInt(Cell::free).min().orElse(0));
        Optional<ProblemType> refusal = SaleRule.refusal(resource, period, count, count, clock.instant())
                .map(Problem::type);
        boolean available = refusal.isEmpty() && free >= count;
        ProblemType reason = available ? null : refusal.orElse(ProblemType.SOLD_OUT);
        return new Availability(
                available,
                resource.id(),
                refusal.isEmpty() ? free : 0,
                quote.perGrain(),
                resource.currency(),
                quote.total(),
                version(resource, cells),
                reason);
    }

    private static long version(Resource resource, List<Cell> cells) {
        long sum = cells.stream().mapToLong(Cell::version).sum();
        return resource.revision().number() * VERSION_BASE + sum % VERSION_BASE;
    }

    /// Whether prices or rules changed since an availability answer with this version was given.
    public static boolean termsChanged(Resource resource, long version) {
        return version / VERSION_BASE != resource.revision().number();
    }

    Calendar calendar(ResourceId id, LocalDate from, LocalDate to) {
        return database.read(tx -> {
            Resource resource = catalog.getResource(tx, id);
            Map<LocalDateTime, LocalDateTime> ends = ends(tx, resource, from, to);
            List<Calendar.Entry> entries = starts(tx, resource, from, to).stream()
                    .map(cell -> entry(resource, cell, ends.get(cell.grainStart())))
                    .toList();
            return new Calendar(id, resource.grain(), resource.currency(), entries);
        });
    }

    /// When each performance ends, by its start.
    private Map<LocalDateTime, LocalDateTime> ends(Transaction tx, Resource resource, LocalDate from, LocalDate to) {
        return resource.grain() == Grain.OCCURRENCE
                ? performances(tx, resource, from, to).stream()
                        .collect(Collectors.toMap(CellStore.Performance::start, CellStore.Performance::end))
                : Map.of();
    }

    private List<CellStore.Performance> performances(Transaction tx, Resource resource, LocalDate from, LocalDate to) {
        return inventory.listPerformances(tx, resource.id(), utcStart(resource, from), utcStart(resource, to));
    }

    /// What a calendar would be under other rates and rules.
    Calendar preview(Caller caller, ResourceId id, RatesEffect wanted) {
        return database.read(tx -> {
            Resource now = catalog.getResource(tx, id);
            if (!caller.may(Action.CHANGE_RATES, now.site().id())) {
                throw CatalogService.unknown(id);
            }
            ResourceRates rates = wanted.rates();
            Resource draft = new Resource(
                    id,
                    now.site(),
                    now.grain(),
                    now.state(),
                    now.terms(),
                    rates.rates(),
                    rates.rules(),
                    now.revision());
            Map<LocalDateTime, LocalDateTime> ends = ends(tx, draft, wanted.from(), wanted.to());
            List<Calendar.Entry> entries = starts(tx, draft, wanted.from(), wanted.to()).stream()
                    .map(cell -> entry(draft, underRules(draft, cell), ends.get(cell.grainStart())))
                    .toList();
            return new Calendar(id, draft.grain(), draft.currency(), entries);
        });
    }

    private static Cell underRules(Resource draft, Cell cell) {
        return draft.grain() == Grain.OCCURRENCE
                ? cell
                : cell.withCapacity(CapacityRule.capacity(draft, Grains.localDate(draft, cell.grainStart())));
    }

    private List<Cell> starts(Transaction tx, Resource resource, LocalDate from, LocalDate to) {
        List<LocalDateTime> grains = switch (resource.grain()) {
            case NIGHT -> from.datesUntil(to).map(LocalDate::atStartOfDay).toList();
            case TIME ->
                from.datesUntil(to)
                        .flatMap(date -> openSteps(resource, date).stream())
                        .toList();
            case OCCURRENCE ->
                performances(tx, resource, from, to).stream()
                        .map(CellStore.Performance::start)
                        .toList();
        };
        return grains.isEmpty() ? List.of() : inventory.view(tx, resource, grains);
    }

    private static LocalDateTime utcStart(Resource resource, LocalDate date) {
        return date.atStartOfDay(resource.timeZone())
                .withZoneSameInstant(ZoneOffset.UTC)
                .toLocalDateTime();
    }

    private static List<LocalDateTime> openSteps(Resource resource, LocalDate date) {
        return resource.terms().openingHours().stream()
                .filter(hours -> hours.day() == date.getDayOfWeek())
                .flatMap(hours -> {
                    ZonedDateTime opens = date.atTime(hours.opens()).atZone(resource.timeZone());
                    ZonedDateTime closes = date.atTime(hours.closes()).atZone(resource.timeZone());
                    int step = resource.terms().stepMinutes();
                    return Stream.iterate(
                            opens, at -> !at.plusMinutes(step).isAfter(closes), at -> at.plusMinutes(step));
                })
                .map(at -> at.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime())
                .toList();
    }

    private static Calendar.Entry entry(Resource resource, Cell cell, @Nullable LocalDateTime end) {
        LocalDate date = Grains.localDate(resource, cell.grainStart());
        String closedBecause = closedBecause(resource, date);
        String start = resource.grain() == Grain.NIGHT
                ? date.toString()
                : cell.grainStart().toInstant(ZoneOffset.UTC).toString();
        return new Calendar.Entry(
                start,
                end == null ? null : end.toInstant(ZoneOffset.UTC).toString(),
                cell.capacity(),
                cell.taken(),
                PriceRule.quote(resource, List.of(date), 1, 1).perGrain(),
                closedBecause == null,
                closedBecause);
    }

    private static @Nullable String closedBecause(Resource resource, LocalDate date) {
        if (resource.state() == Resource.State.CLOSED) {
            return "not on sale";
        }
        return resource.rules().stream()
                .filter(rule -> rule.closed() && rule.holdsOn(date))
                .map(AvailabilityService::reason)
                .findFirst()
                .orElse(null);
    }

    private static String reason(StayRule rule) {
        String reason = rule.reason();
        return reason == null ? "closed" : reason;
    }

    /// Makes a sale; if it is refused as sold out, names what comes nearest and is free.
    public <T> T offering(ResourceId id, String startDate, String endDate, Quantity quantity, Supplier<T> sale) {
        try {
            return sale.get();
        } catch (ProblemException e) {
            if (e.problem().type() != ProblemType.SOLD_OUT) {
                throw e;
            }
            Period period = HoldRequest.period(startDate, endDate);
            List<Alternative> offers = database.read(tx -> alternatives(tx, id, period, quantity));
            throw new ProblemException(e.problem().withAlternatives(offers));
        }
    }

    /// The nearest other dates of the resource, then other resources of the site at the same time.
    private List<Alternative> alternatives(Transaction tx, ResourceId id, Period period, Quantity quantity) {
        Resource resource = catalog.getResource(tx, id);
        Stream<Alternative> otherDates = resource.grain() == Grain.OCCURRENCE
                ? Stream.empty()
                : IntStream.rangeClosed(1, FARTHEST_DAYS)
                        .boxed()
                        .flatMap(days -> Stream.of(-days, days))
                        .flatMap(days -> offer(tx, resource, shift(period, days), quantity).stream())
                        .limit(2);
        Stream<Alternative> otherResources = catalog.listResources(tx).stream()
                .filter(other -> other.site().id().equals(resource.site().id())
                        && !other.id().equals(id)
                        && other.grain() == resource.grain()
                        && other.grain() != Grain.OCCURRENCE)
                .flatMap(other -> offer(tx, other, period, quantity).stream())
                .limit(2);
        return Stream.concat(otherDates, otherResources).toList();
    }

    private static Period shift(Period period, int days) {
        return switch (period) {
            case StayRange stay ->
                new StayRange(stay.checkIn().plusDays(days), stay.checkOut().plusDays(days));
            case TimeRange time ->
                new TimeRange(
                        time.start().plus(Duration.ofDays(days)), time.end().plus(Duration.ofDays(days)));
        };
    }

    private Optional<Alternative> offer(Transaction tx, Resource resource, Period period, Quantity quantity) {
        int count = quantity.count();
        if (SaleRule.refusal(resource, period, count, count, clock.instant()).isPresent()) {
            return Optional.empty();
        }
        Availability answer = check(tx, resource, period, quantity);
        BigDecimal total = answer.totalPrice();
        return answer.available() && total != null
                ? Optional.of(new Alternative(
                        resource.id(),
                        resource.terms().name(),
                        period.startText(),
                        period.endText(),
                        total,
                        resource.currency()))
                : Optional.empty();
    }
}
