package dev.keyrack.desktop.sale;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.CatalogApi;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.availability.Availability;
import dev.keyrack.contract.availability.CheckAvailability;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Asks the server what is free for a stay, and the copy in which units.
final class OfferSearch {

    private final CatalogApi catalog;
    private final SiteCopy copy;

    OfferSearch(CatalogApi catalog, SiteCopy copy) {
        this.catalog = catalog;
        this.copy = copy;
    }

    /// @param guests how many people come, all together
    record Wish(LocalDate from, LocalDate to, int rooms, int guests) {}

    /// What is free and large enough, cheapest first. Blocks.
    ApiOutcome<List<Offer>> list(Wish wish) {
        List<Unit> units = copy.listUnits();
        List<Booking> bookings = copy.listBetween(wish.from(), wish.to()).stream()
                .map(SiteCopy.Known::booking)
                .toList();
        List<Offer> found = new ArrayList<>();
        for (Resource each : copy.listResources()) {
            if (each.grain() == Grain.NIGHT
                    && each.state() == Resource.State.OPEN
                    && each.terms().maximumGuests() * wish.rooms() >= wish.guests()) {
                switch (catalog.checkAvailability(new CheckAvailability(
                        each.id(), wish.from().toString(), wish.to().toString(), new Quantity(wish.rooms())))) {
                    case ApiOutcome.Answered<Availability>(Availability answer) ->
                        add(found, each, answer, freeOf(each, units, bookings, wish));
                    case ApiOutcome.Refused<Availability> refused -> {
                        return refused.map(_ -> List.of());
                    }
                    case ApiOutcome.Unanswered<Availability> silent -> {
                        return silent.map(_ -> List.of());
                    }
                }
            }
        }
        found.sort(Comparator.comparing(Offer::total));
        return new ApiOutcome.Answered<>(List.copyOf(found));
    }

    private static void add(List<Offer> found, Resource resource, Availability answer, List<Unit> free) {
        BigDecimal total = answer.totalPrice();
        if (answer.available() && total != null) {
            found.add(new Offer(resource, answer.availableQuantity(), total, free));
        }
    }

    private static List<Unit> freeOf(Resource resource, List<Unit> units, List<Booking> bookings, Wish wish) {
        List<Unit> own = units.stream()
                .filter(unit -> unit.resourceId().equals(resource.id()))
                .toList();
        return FreeUnitsRule.list(
                own, bookings, wish.from().toString(), wish.to().toString());
    }
}
