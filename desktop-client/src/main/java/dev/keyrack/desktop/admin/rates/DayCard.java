package dev.keyrack.desktop.admin.rates;

import java.time.LocalDate;
import java.util.Set;

/// A day of the calendar as it is shown.
///
/// @param free how much is sold, such as `7/11`
/// @param limits a short sign of the limits of stays
/// @param spoken all of it in words
record DayCard(LocalDate date, String price, String free, String limits, Set<Mark> marks, String spoken) {

    DayCard {
        marks = Set.copyOf(marks);
    }

    /// What sets a day apart.
    enum Mark {
        PAST,
        TODAY,
        CLOSED,
        SOLD_OUT,
        CHANGING
    }
}
