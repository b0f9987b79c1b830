package dev.keyrack.desktop.admin.catalog;

import dev.keyrack.contract.catalog.Tax;

/// A tax of a resource, and how it reads.
record TaxRow(Tax tax, String text) {}
