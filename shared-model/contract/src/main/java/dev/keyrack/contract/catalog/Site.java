package dev.keyrack.contract.catalog;

import dev.keyrack.contract.value.DecimalRule;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.StayRange;
import dev.keyrack.contract.value.TimeRange;
import java.math.BigDecimal;
import java.time.Instant;
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
        int holdMinutes) {

    private static final int DEGREE_PLACES = 6;

    /// @throws IllegalArgumentException if a figure is out of range, naming it
    public Site {
        require(!name.isBlank() && name.length() <= 120, "expected a name of 1 to 120 characters");
        require(!location.isBlank() && location.length() <= 200, "expected a location of 1 to 200 characters");
        require(!currency.isPseudoCurrency(), "expected a currency that is paid with");
        require(holdMinutes >= 1 && holdMinutes <= 30, "expected holdMinutes from 1 to 30");
        latitude = DecimalRule.require("latitude", latitude, -90, 90, DEGREE_PLACES)
                .setScale(DEGREE_PLACES);
        longitude = DecimalRule.require("longitude", longitude, -180, 180, DEGREE_PLACES)
                .setScale(DEGREE_PLACES);
    }

    /// When something that is sold here begins: a time by itself, nights when their rooms are ready.
    public Instant startOf(Period period) {
        return switch (period) {
            case StayRange nights ->
                nights.checkIn().atTime(checkInTime).atZone(timeZone).toInstant();
            case TimeRange time -> time.start();
        };
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
