package dev.keyrack.contract.catalog;

import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.contract.value.UnitId;

/// One physical thing of a resource: room 101, chair 2, seat A4.
///
/// @param open false while it cannot be given to anybody
public record Unit(UnitId id, ResourceId resourceId, String name, boolean open, Revision revision) {}
