package dev.keyrack.contract.availability;

import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;

/// Asks whether something is free. Dates as [dev.keyrack.contract.value.Period#parse] reads them.
public record CheckAvailability(ResourceId resourceId, String startDate, String endDate, Quantity quantity) {}
