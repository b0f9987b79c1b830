package dev.keyrack.contract.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Who the booking is for.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UserDetails(
        String firstName,
        String lastName,
        @Nullable String email,
        @Nullable String phone) {

    /// @throws IllegalArgumentException if a name is blank or something is too long or not of its form
    public UserDetails {
        require(!firstName.isBlank() && firstName.length() <= 100, "expected a firstName of 1 to 100 characters");
        require(!lastName.isBlank() && lastName.length() <= 100, "expected a lastName of 1 to 100 characters");
        require(
                email == null || (email.length() <= 254 && email.matches("[^\\s@<>\"]+@[^\\s@<>\"]+")),
                "expected an email such as john@example.com");
        require(phone == null || phone.matches("\\+?[0-9 ()/.-]{3,30}"), "expected a phone such as +1234567890");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
