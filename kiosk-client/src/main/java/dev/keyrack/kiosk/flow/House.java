package dev.keyrack.kiosk.flow;

import dev.keyrack.client.store.LocalStore;
import dev.keyrack.client.sync.SiteCopy;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.value.Grain;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// The site that this kiosk serves, with the copy of what it sells.
public record House(Site site, LocalStore copy, Clock clock) {

    /// Room types on sale, the plainest first.
    public List<Resource> listRooms() {
        return copy.list(SiteCopy.CATALOG, "resource", Resource.class).stream()
                .filter(resource -> resource.site().id().equals(site.id()))
                .filter(resource -> resource.grain() == Grain.NIGHT && resource.state() == Resource.State.OPEN)
                .sorted(Comparator.comparing(resource -> resource.terms().basePrice()))
                .toList();
    }

    /// The date at the house.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), site.timeZone());
    }
}
