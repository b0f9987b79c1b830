package dev.keyrack.desktop.admin.terms;

import dev.keyrack.contract.catalog.Tax;

/// A tax of a resource, and how it reads.
record TaxRow(Tax tax, String text) {}
