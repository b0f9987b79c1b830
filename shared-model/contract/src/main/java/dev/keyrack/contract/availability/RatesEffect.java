package dev.keyrack.contract.availability;

import dev.keyrack.contract.catalog.ResourceRates;
import java.time.LocalDate;

/// Asks what a calendar would look like under other rates and rules, before they are saved.
///
/// @param from first local date
/// @param to the day after the last local date, at most 400 days on
public record RatesEffect(ResourceRates rates, LocalDate from, LocalDate to) {}
