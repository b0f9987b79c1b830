package dev.keyrack.desktop.day;

/// A list of the day.
public enum DayList {
    ARRIVALS,
    IN_HOUSE,
    DEPARTURES,
    REQUESTS,
    UNPAID
}
