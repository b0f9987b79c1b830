package dev.keyrack.desktop.day;

/// The one thing that comes next for a line.
enum DayStep {
    CHECK_IN,
    CHECK_OUT,
    TAKE_PAYMENT,
    OPEN,
    /// What was done here was refused: a person decides.
    DECIDE
}
