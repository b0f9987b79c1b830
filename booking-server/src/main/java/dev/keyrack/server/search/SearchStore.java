package dev.keyrack.server.search;

import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.ResourceType;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.server.catalog.CatalogService;
import dev.keyrack.server.persistence.Transaction;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds candidates and what is free of them; a search engine will stand here one day.
final class SearchStore {

    private final CatalogService catalog;

    SearchStore(CatalogService catalog) {
        this.catalog = catalog;
    }

    /// The resources that fit what does not depend on dates.
    List<Resource> listCandidates(Transaction tx, SearchCriteria wanted) {
        return catalog.listResources(tx).stream()
                .filter(resource -> fits(resource, wanted))
                .toList();
    }

    private static boolean fits(Resource resource, SearchCriteria wanted) {
        ResourceType type = wanted.type();
        List<String> amenities = resource.terms().amenities().stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .toList();
        return resource.state() == Resource.State.OPEN
                && (type == null || type == resource.terms().type())
                && lies(resource, wanted.location())
                && resource.terms().maximumGuests() >= wanted.guests()
                && amenities.containsAll(wanted.amenities());
    }

    private static boolean lies(Resource resource, @Nullable String location) {
        if (location == null) {
            return true;
        }
        String text = (resource.site().location() + " " + resource.site().name() + " "
                        + resource.terms().name())
                .toLowerCase(Locale.ROOT);
        return text.contains(location.toLowerCase(Locale.ROOT));
    }

    /// Free counts by resource and grain, of all cells that were ever touched in a span of dates and a day around it.
    Map<ResourceId, Map<LocalDateTime, Integer>> listFree(Transaction tx, StayRange dates) {
        Map<ResourceId, Map<LocalDateTime, Integer>> free = new HashMap<>();
        tx.list(
                "select resource_id, grain_start, capacity + allowance - held - booked - leased as free from cell"
                        + " where grain_start >= ? and grain_start < ?",
                row -> free.computeIfAbsent(new ResourceId(row.text("resource_id")), id -> new HashMap<>())
                        .put(row.grain("grain_start"), row.integer("free")),
                dates.checkIn().minusDays(1).atStartOfDay(),
                dates.checkOut().plusDays(2).atStartOfDay());
        return free;
    }

    /// A performance that can be bought.
    record Performance(ResourceId resource, LocalDateTime start, LocalDateTime end, int capacity) {}

    List<Performance> listPerformances(Transaction tx, StayRange dates) {
        return tx.list(
                "select resource_id, grain_start, grain_end, capacity from occurrence"
                        + " where grain_start >= ? and grain_start < ?",
                row -> new Performance(
                        new ResourceId(row.text("resource_id")),
                        row.grain("grain_start"),
                        row.grain("grain_end"),
                        row.integer("capacity")),
                dates.checkIn().minusDays(1).atStartOfDay(),
                dates.checkOut().plusDays(2).atStartOfDay());
    }
}
