package dev.keyrack.server.privacy;

/// How long the provider keeps what it may decide about.
///
/// @param bookingDays how many days after the departure it is still known whose a booking was; 0 for ever
public record RetentionConfig(int bookingDays) {

    /// As long as claims from a contract are good in many countries.
    public static final RetentionConfig USUAL = new RetentionConfig(1_095);

    /// @throws IllegalArgumentException if the days are fewer than none
    public RetentionConfig {
        if (bookingDays < 0) {
            throw new IllegalArgumentException("expected 0 or more days");
        }
    }
}
