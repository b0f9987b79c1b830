package dev.keyrack.client.api;

import dev.keyrack.client.api.ServerCalls.Request;
import dev.keyrack.contract.availability.Availability;
import dev.keyrack.contract.availability.Calendar;
import dev.keyrack.contract.availability.CheckAvailability;
import dev.keyrack.contract.availability.Occurrence;
import dev.keyrack.contract.availability.RatesEffect;
import dev.keyrack.contract.catalog.CreateResource;
import dev.keyrack.contract.catalog.FoundResource;
import dev.keyrack.contract.catalog.Page;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.ResourceRates;
import dev.keyrack.contract.catalog.ResourceTerms;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.catalog.Unit;
import dev.keyrack.contract.catalog.UnitTerms;
import dev.keyrack.contract.value.ResourceId;
import jakarta.ws.rs.client.WebTarget;
import java.util.List;
import java.util.Map;

/// What is sold, at what price, and how much of it is free.
public final class CatalogApi {

    private final ServerCalls calls;

    CatalogApi(ServerCalls calls) {
        this.calls = calls;
    }

    public ApiOutcome<List<Site>> listSites() {
        return calls.send(calls.at("sites"), Request.get(), Site[].class).map(List::of);
    }

    /// @param criteria query parameters of the search, such as `type` and `checkIn`
    public ApiOutcome<Page<FoundResource>> search(Map<String, String> criteria) {
        WebTarget target = calls.at("resources/search");
        for (Map.Entry<String, String> each : criteria.entrySet()) {
            target = target.queryParam(each.getKey(), each.getValue());
        }
        return calls.send(target, Request.get(), Found.class)
                .map(found -> new Page<>(found.data(), found.pagination()));
    }

    private record Found(List<FoundResource> data, Page.Pagination pagination) {}

    public ApiOutcome<Resource> getResource(ResourceId id) {
        return calls.send(resource(id), Request.get(), Resource.class);
    }

    public ApiOutcome<Availability> checkAvailability(CheckAvailability wanted) {
        return calls.send(calls.at("availability/check"), Request.post(wanted), Availability.class);
    }

    /// @param from first local date
    /// @param to the local date after the last
    public ApiOutcome<Calendar> getCalendar(ResourceId id, String from, String to) {
        return calls.send(
                resource(id).path("calendar").queryParam("from", from).queryParam("to", to),
                Request.get(),
                Calendar.class);
    }

    /// The calendar as it would be under other rates and rules.
    public ApiOutcome<Calendar> previewRates(ResourceId id, RatesEffect draft) {
        return calls.send(resource(id).path("rates-effect"), Request.post(draft), Calendar.class);
    }

    public ApiOutcome<Resource> createResource(CreateResource wanted) {
        return calls.send(calls.at("resources"), Request.post(wanted), Resource.class);
    }

    /// Changes a resource that is still as it was seen.
    public ApiOutcome<Resource> changeResource(Resource seen, ResourceTerms terms) {
        return calls.send(resource(seen.id()), Request.of("PUT", terms, seen.revision()), Resource.class);
    }

    public ApiOutcome<Resource> changeRates(Resource seen, ResourceRates rates) {
        return calls.send(resource(seen.id()).path("rates"), Request.of("PUT", rates, seen.revision()), Resource.class);
    }

    /// Puts a resource on sale again, or takes it off.
    public ApiOutcome<Resource> setState(Resource seen, Resource.State state) {
        return calls.send(
                resource(seen.id()).path(state == Resource.State.OPEN ? "open" : "close"),
                Request.of("POST", null, seen.revision()),
                Resource.class);
    }

    public ApiOutcome<List<Unit>> listUnits(ResourceId id) {
        return calls.send(resource(id).path("units"), Request.get(), Unit[].class)
                .map(List::of);
    }

    public ApiOutcome<Unit> createUnit(ResourceId id, UnitTerms terms) {
        return calls.send(resource(id).path("units"), Request.post(terms), Unit.class);
    }

    public ApiOutcome<Unit> changeUnit(Unit seen, UnitTerms terms) {
        return calls.send(
                calls.at("units").path(seen.id().value()), Request.of("PUT", terms, seen.revision()), Unit.class);
    }

    /// Plans a performance, or plans one that starts then anew.
    public ApiOutcome<Occurrence> planOccurrence(ResourceId id, Occurrence planned) {
        return calls.send(resource(id).path("occurrences"), new Request("PUT", planned, null, null), Occurrence.class);
    }

    /// A picture as the server keeps it.
    ///
    /// @param path as a resource names it, such as `/api/v1/media/med_7.png`
    public ApiOutcome<byte[]> getImage(String path) {
        return calls.send(
                calls.at("media").path(path.substring(path.lastIndexOf('/') + 1)), Request.get(), byte[].class);
    }

    /// Adds a picture after those that a resource has.
    ///
    /// @param picture a PNG or JPEG file of at most 5 MiB
    public ApiOutcome<Resource> addImage(ResourceId id, byte[] picture) {
        return calls.send(resource(id).path("images"), Request.post(picture), Resource.class);
    }

    /// @param path as the resource names it
    public ApiOutcome<Resource> removeImage(ResourceId id, String path) {
        return calls.send(
                resource(id).path("images").path(path.substring(path.lastIndexOf('/') + 1)),
                new Request("DELETE", null, null, null),
                Resource.class);
    }

    private WebTarget resource(ResourceId id) {
        return calls.at("resources").path(id.value());
    }
}
