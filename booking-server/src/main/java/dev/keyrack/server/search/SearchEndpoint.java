package dev.keyrack.server.search;

import dev.keyrack.contract.catalog.FoundResource;
import dev.keyrack.contract.catalog.Page;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.http.Allowed;
import dev.keyrack.server.http.Queried;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/// The search over HTTP.
@Path("/api/v1/resources/search")
@Produces(MediaType.APPLICATION_JSON)
public final class SearchEndpoint {

    private final SearchService search;

    public SearchEndpoint(SearchService search) {
        this.search = search;
    }

    /// Takes amenities repeated or with commas.
    @GET
    @Allowed(Action.READ_CATALOG)
    @Queried({
        "type",
        "location",
        "checkIn",
        "checkOut",
        "guests",
        "minPrice",
        "maxPrice",
        "amenities",
        "available",
        "latitude",
        "longitude",
        "sort",
        "page",
        "limit"
    })
    public Page<FoundResource> search(@Context UriInfo uri) {
        SearchParameters parameters = new SearchParameters(uri.getQueryParameters());
        return search.search(parameters.toCriteria(), parameters.page(), parameters.limit());
    }
}
