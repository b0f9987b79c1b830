package dev.keyrack.contract.catalog;

import dev.keyrack.contract.value.SiteId;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import org.joda.money.CurrencyUnit;

/// A place with an address, a time zone and a currency: a hotel, a clinic, a venue.
///
/// @param location town and country, as the search shows it
/// @param latitude degrees north
/// @param longitude degrees east
/// @param checkInTime local time from which a night's room is ready; also the start that cancellation counts from
/// @param holdMinutes how long a hold lasts unless extended
public record Site(
        SiteId id,
        String name,
        String location,
        BigDecimal latitude,
        BigDecimal longitude,
        ZoneId timeZone,
        CurrencyUnit currency,
        LocalTime checkInTime,
        int holdMinutes) {}
