package dev.keyrack.kiosk.flow;

import dev.keyrack.client.store.LocalStore;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.TimeRange;
import dev.keyrack.fx.Dates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The site that this kiosk serves, with the copy of what it sells.
public record House(Site site, LocalStore copy, Clock clock) {

    /// Room types on sale, the plainest first.
    public List<Resource> listRooms() {
        return onSale().filter(resource -> resource.grain() == Grain.NIGHT)
                .sorted(Comparator.comparing(resource -> resource.terms().basePrice()))
                .toList();
    }

    /// Events and appointments on sale, by their names.
    public List<Resource> listTimed() {
        return onSale().filter(resource -> resource.grain() != Grain.NIGHT)
                .sorted(Comparator.comparing(resource -> resource.terms().name()))
                .toList();
    }

    private Stream<Resource> onSale() {
        return copy.list(SiteCopy.CATALOG, "resource", Resource.class).stream()
                .filter(resource -> resource.site().id().equals(site.id()))
                .filter(resource -> resource.state() == Resource.State.OPEN);
    }

    public Optional<Resource> find(ResourceId id) {
        return onSale().filter(resource -> resource.id().equals(id)).findFirst();
    }

    /// Nights, or a day with its time, as the guest reads them.
    public String words(Period period, Dates dates) {
        return switch (period) {
            case StayRange nights -> dates.range(nights.checkIn(), nights.checkOut());
            case TimeRange time -> dates.moment(time.start(), site.timeZone());
        };
    }

    /// The date at the house.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), site.timeZone());
    }
}
