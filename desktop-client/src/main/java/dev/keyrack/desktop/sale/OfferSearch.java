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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks the server what is free for a stay, and the copy in which units.
final class OfferSearch {

    private static final Comparator<Offer> BY_TIME = Comparator.<Offer, Instant>comparing(
                    offer -> Objects.requireNonNull(offer.time()).start())
            .thenComparing(offer -> offer.resource().terms().name());

    private final CatalogApi catalog;
    private final SiteCopy copy;

    OfferSearch(CatalogApi catalog, SiteCopy copy) {
        this.catalog = catalog;
        this.copy = copy;
    }

    /// Where something is sold, and of which kind.
    record Place(SiteCopy copy, Grain grain) {

        /// The kind that is asked for, else the first that the site has. Blocks.
        static Place of(SiteCopy copy, Start start) {
            return new Place(
                    copy,
                    copy.listResources().stream()
                            .filter(each ->
                                    start.resource() == null || each.id().equals(start.resource()))
                            .map(Resource::grain)
                            .min(Comparator.naturalOrder())
                            .orElse(Grain.NIGHT));
        }
    }

    /// The days that are searched.
    ///
    /// @param to excluded
    record Days(LocalDate from, LocalDate to) {

        private static final int LONGEST = 366;
        private static final int PERFORMANCES = 31;

        /// Empty if they make no sense.
        static Optional<Days> of(Grain grain, @Nullable LocalDate from, @Nullable LocalDate leaving) {
            if (from == null) {
                return Optional.empty();
            }
            return switch (grain) {
                case NIGHT -> leaving == null ? Optional.empty() : stay(from, leaving);
                case TIME -> Optional.of(new Days(from, from.plusDays(1)));
                case OCCURRENCE -> Optional.of(new Days(from, from.plusDays(PERFORMANCES)));
            };
        }

        private static Optional<Days> stay(LocalDate from, LocalDate to) {
            return to.isAfter(from) && !to.isAfter(from.plusDays(LONGEST))
                    ? Optional.of(new Days(from, to))
                    : Optional.empty();
        }
    }

    /// @param rooms how many units, or tickets
    /// @param guests how many people come, all together; of no meaning but for nights
    /// @param now what begins before is no longer sold
    record Wish(Grain grain, Days days, int rooms, int guests, Instant now) {

        LocalDate from() {
            return days.from();
        }

        LocalDate to() {
            return days.to();
        }
    }

    /// What is free and large enough: rooms from the cheapest on, the others in the order of their time. Blocks.
    ApiOutcome<List<Offer>> list(Wish wish) {
        List<Offer> found = new ArrayList<>();
        for (Resource each : copy.listResources()) {
            if (each.grain() == wish.grain() && each.state() == Resource.State.OPEN) {
                switch (wish.grain() == Grain.NIGHT ? nights(each, wish) : times(each, wish)) {
                    case ApiOutcome.Answered<List<Offer>>(List<Offer> some) -> found.addAll(some);
                    case ApiOutcome.Refused<List<Offer>> refused -> {
                        return refused;
                    }
                    case ApiOutcome.Unanswered<List<Offer>> silent -> {
                        return silent;
                    }
                }
            }
        }
        found.sort(wish.grain() == Grain.NIGHT ? Comparator.comparing(Offer::total) : BY_TIME);
        return new ApiOutcome.Answered<>(List.copyOf(found));
    }

    private ApiOutcome<List<Offer>> times(Resource resource, Wish wish) {
        return catalog.getCalendar(
                        resource.id(), wish.from().toString(), wish.to().toString())
                .map(calendar -> TimesRule.list(resource, calendar, wish.rooms(), wish.now()));
    }

    private ApiOutcome<List<Offer>> nights(Resource resource, Wish wish) {
        if (resource.terms().maximumGuests() * wish.rooms() < wish.guests()) {
            return new ApiOutcome.Answered<>(List.of());
        }
        return catalog.checkAvailability(new CheckAvailability(
                        resource.id(), wish.from().toString(), wish.to().toString(), new Quantity(wish.rooms())))
                .map(answer -> toOffers(resource, answer, wish));
    }

    private List<Offer> toOffers(Resource resource, Availability answer, Wish wish) {
        BigDecimal total = answer.totalPrice();
        return answer.available() && total != null
                ? List.of(new Offer(resource, null, answer.availableQuantity(), total, freeOf(resource, wish)))
                : List.of();
    }

    private List<Unit> freeOf(Resource resource, Wish wish) {
        List<Unit> own = copy.listUnits().stream()
                .filter(unit -> unit.resourceId().equals(resource.id()))
                .toList();
        List<Booking> bookings = copy.listBetween(wish.from(), wish.to()).stream()
                .map(SiteCopy.Known::booking)
                .toList();
        return FreeUnitsRule.list(
                own, bookings, wish.from().toString(), wish.to().toString());
    }
}
