package dev.keyrack.contract.catalog;

import dev.keyrack.contract.value.SiteId;

/// Puts a new resource on sale at a site.
public record CreateResource(SiteId siteId, ResourceTerms terms) {}
