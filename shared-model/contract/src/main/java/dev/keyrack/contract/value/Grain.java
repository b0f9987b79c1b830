package dev.keyrack.contract.value;

/// The smallest sold piece of a resource's calendar.
public enum Grain {
    /// One local date at the site.
    NIGHT,
    /// One step of some minutes, counted in UTC so that clock changes cannot bend it.
    TIME,
    /// One performance.
    OCCURRENCE
}
