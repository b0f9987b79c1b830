package dev.keyrack.kiosk.offer;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.CatalogApi;
import dev.keyrack.contract.availability.Availability;
import dev.keyrack.contract.availability.Calendar;
import dev.keyrack.contract.availability.CheckAvailability;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.StayRange;
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

    /// The date at the house.
    public LocalDate today() {
        return house.today();
    }

    /// The name of a room type in this house.
    public Optional<String> titleOf(ResourceId id) {
        return house.listRooms().stream()
                .filter(room -> room.id().equals(id))
                .findFirst()
                .map(room -> new Offer(room, 0, BigDecimal.ZERO, BigDecimal.ZERO).title());
    }

    /// Every room type that is free on all these nights, the cheapest first. Blocks.
    public ApiOutcome<List<Offer>> find(StayRange nights) {
        List<Offer> offers = new ArrayList<>();
        for (Resource room : house.listRooms()) {
            var asked = new CheckAvailability(room.id(), nights.startText(), nights.endText(), Quantity.ONE);
            switch (catalog.checkAvailability(asked)) {
                case ApiOutcome.Answered<Availability>(Availability answer) -> {
                    BigDecimal total = answer.totalPrice();
                    if (answer.available() && total != null) {
                        offers.add(new Offer(room, answer.availableQuantity(), answer.price(), total));
                    }
                }
                case ApiOutcome.Refused<Availability>(Problem problem) -> {
                    return new ApiOutcome.Refused<>(problem);
                }
                case ApiOutcome.Unanswered<Availability>(String reason) -> {
                    return new ApiOutcome.Unanswered<>(reason);
                }
            }
        }
        offers.sort(Comparator.comparing(Offer::perNight));
        return new ApiOutcome.Answered<>(List.copyOf(offers));
    }

    /// The lowest price of each night from `first` to `last` on which something is free. Blocks.
    public ApiOutcome<Map<LocalDate, BigDecimal>> listNights(LocalDate first, LocalDate last) {
        Map<LocalDate, BigDecimal> nights = new TreeMap<>();
        for (Resource room : house.listRooms()) {
            switch (catalog.getCalendar(
                    room.id(), first.toString(), last.plusDays(1).toString())) {
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
