package dev.keyrack.desktop.admin.catalog;

import dev.keyrack.contract.catalog.Unit;

/// A unit as its resource's list shows it.
record UnitRow(Unit unit, String name, String state) {}
