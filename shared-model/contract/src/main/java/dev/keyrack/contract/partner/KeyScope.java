package dev.keyrack.contract.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a key is for.
public enum KeyScope {
    /// To read what is sold and what is free.
    @JsonProperty("catalog")
    CATALOG,
    /// To hold and to book, and to read and to cancel what was made with the key itself.
    @JsonProperty("bookings")
    BOOKINGS;

    /// As it is written in a token and in a request for one.
    public String toWord() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The scope of that word; empty if there is none.
    public static Optional<KeyScope> ofWord(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.toWord().equals(word))
                .findFirst();
    }
}
