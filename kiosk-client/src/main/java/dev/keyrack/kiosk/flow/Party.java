package dev.keyrack.kiosk.flow;

/// How many rooms, and how many people sleep in them.
public record Party(int rooms, int guests) {

    public static final Party ONE = new Party(1, 1);

    /// @throws IllegalArgumentException if a room would stay empty
    public Party {
        if (rooms < 1 || guests < rooms) {
            throw new IllegalArgumentException("expected at least one room and one guest in each");
        }
    }
}
