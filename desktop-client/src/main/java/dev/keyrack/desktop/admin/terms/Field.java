package dev.keyrack.desktop.admin.terms;

/// A field of the form in which a resource is described.
enum Field {
    NAME,
    DESCRIPTION,
    RATING,
    GUESTS,
    CAPACITY,
    PRICE,
    STEP,
    BUFFER_BEFORE,
    BUFFER_AFTER,
    LEAD_TIME,
    WINDOW,
    FREE_UNTIL,
    FEE,
    NO_SHOW,
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    THURSDAY,
    FRIDAY,
    SATURDAY,
    SUNDAY
}
