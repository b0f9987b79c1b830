package dev.keyrack.contract.catalog;

import java.util.List;

/// One page of a list.
public record Page<T>(List<T> data, Pagination pagination) {

    /// Where the page stands: pages count from 1, `total` counts all rows of all pages.
    public record Pagination(int page, int limit, long total) {}
}
