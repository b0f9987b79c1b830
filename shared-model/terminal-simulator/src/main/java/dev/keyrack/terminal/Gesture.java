package dev.keyrack.terminal;

import java.util.Locale;

/// What a guest, or bad luck, does at the terminal.
public enum Gesture {
    /// A card that is good.
    APPROVE,
    /// A card that the bank refuses.
    DECLINE,
    /// A good card, after some time.
    SLOW,
    /// The bank approves, and the line drops before the answer.
    DROP,
    /// The line drops before the bank is asked.
    DROP_BEFORE,
    /// The guest presses the red key.
    CANCEL,
    /// The terminal serves somebody else.
    BUSY;

    /// @throws IllegalArgumentException if there is no such gesture
    public static Gesture of(String word) {
        return valueOf(word.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
