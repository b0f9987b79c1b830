package dev.keyrack.kiosk.flow;

import dev.keyrack.contract.booking.UserDetails;

/// What the guest has typed about themselves so far, as it stands in the fields.
public record GuestInput(String firstName, String lastName, String email, String phone) {

    public static final GuestInput EMPTY = new GuestInput("", "", "", "");

    /// @throws IllegalArgumentException if something is not of its form
    public UserDetails toDetails() {
        return new UserDetails(
                firstName.strip(),
                lastName.strip(),
                email.isBlank() ? null : email.strip(),
                phone.isBlank() ? null : phone.strip());
    }
}
