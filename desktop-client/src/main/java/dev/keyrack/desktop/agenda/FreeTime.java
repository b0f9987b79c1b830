package dev.keyrack.desktop.agenda;

import dev.keyrack.contract.value.ResourceId;
import java.time.Instant;
import java.time.LocalDate;

/// An appointment or a performance that somebody wants to sell.
///
/// @param day the local day on which it begins
public record FreeTime(ResourceId resource, LocalDate day, Instant start) {}
