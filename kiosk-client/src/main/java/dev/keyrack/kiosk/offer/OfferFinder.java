package dev.keyrack.kiosk.offer;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.CatalogApi;
import dev.keyrack.contract.availability.Calendar;
import dev.keyrack.contract.availability.CheckAvailability;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.TimeRange;
import dev.keyrack.kiosk.flow.House;
import dev.keyrack.kiosk.flow.Offer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Asks the server what a house can sell now.
public final class OfferFinder {

    private final CatalogApi catalog;
    private final House house;

    public OfferFinder(CatalogApi catalog, House house) {
        this.catalog = catalog;
        this.house = house;
    }

    /// Every room type that is free on all these nights, the cheapest first. Blocks.
    public ApiOutcome<List<Offer>> find(StayRange nights) {
        List<Offer> offers = new ArrayList<>();
        for (Resource room : house.listRooms()) {
            switch (check(room, nights)) {
                case ApiOutcome.Answered<Optional<Offer>>(Optional<Offer> offer) -> offer.ifPresent(offers::add);
                case ApiOutcome.Refused<Optional<Offer>>(Problem problem) -> {
                    return new ApiOutcome.Refused<>(problem);
                }
                case ApiOutcome.Unanswered<Optional<Offer>>(String reason) -> {
                    return new ApiOutcome.Unanswered<>(reason);
                }
            }
        }
        offers.sort(Comparator.comparing(Offer::each));
        return new ApiOutcome.Answered<>(List.copyOf(offers));
    }

    /// What this costs then, or nothing if it is not free. Blocks.
    public ApiOutcome<Optional<Offer>> check(Resource resource, Period period) {
        var asked = new CheckAvailability(resource.id(), period.startText(), period.endText(), Quantity.ONE);
        TimeRange time = period instanceof TimeRange range ? range : null;
        return catalog.checkAvailability(asked)
                .map(answer -> Optional.ofNullable(answer.totalPrice())
                        .filter(_ -> answer.available())
                        .map(total -> new Offer(resource, time, answer.availableQuantity(), answer.price(), total)));
    }

    /// The next free performance of every event, and the next free appointment with every practitioner. Blocks.
    public ApiOutcome<List<Offer>> listNext() {
        List<Offer> offers = new ArrayList<>();
        for (Resource resource : house.listTimed()) {
            switch (listTimes(resource)) {
                case ApiOutcome.Answered<List<Offer>>(List<Offer> times) ->
                    times.stream().filter(time -> time.free() > 0).findFirst().ifPresent(offers::add);
                case ApiOutcome.Refused<List<Offer>> refused -> {
                    return refused;
                }
                case ApiOutcome.Unanswered<List<Offer>> unanswered -> {
                    return unanswered;
                }
            }
        }
        return new ApiOutcome.Answered<>(List.copyOf(offers));
    }

    /// The performances of an event in the next months, or the free appointments in the next weeks. Blocks.
    public ApiOutcome<List<Offer>> listTimes(Resource resource) {
        LocalDate today = house.today();
        LocalDate end = today.plusDays(TimesRule.daysAhead(resource));
        return catalog.getCalendar(resource.id(), today.toString(), end.toString())
                .map(calendar ->
                        TimesRule.list(resource, calendar, house.clock().instant()));
    }

    /// The lowest price of each night from `first` to `last` on which something is free. Blocks.
    public ApiOutcome<Map<LocalDate, BigDecimal>> listNights(LocalDate first, LocalDate last) {
        Map<LocalDate, BigDecimal> nights = new TreeMap<>();
        String end = last.plusDays(1).toString();
        for (Resource room : house.listRooms()) {
            switch (catalog.getCalendar(room.id(), first.toString(), end)) {
                case ApiOutcome.Answered<Calendar>(Calendar calendar) ->
                    calendar.entries().stream()
                            .filter(night -> night.open() && night.taken() < night.capacity())
                            .forEach(night ->
                                    nights.merge(LocalDate.parse(night.start()), night.price(), BigDecimal::min));
                case ApiOutcome.Refused<Calendar>(Problem problem) -> {
                    return new ApiOutcome.Refused<>(problem);
                }
                case ApiOutcome.Unanswered<Calendar>(String reason) -> {
                    return new ApiOutcome.Unanswered<>(reason);
                }
            }
        }
        return new ApiOutcome.Answered<>(nights);
    }
}
