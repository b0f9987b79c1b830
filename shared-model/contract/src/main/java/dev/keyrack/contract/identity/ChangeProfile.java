package dev.keyrack.contract.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keyrack.contract.booking.UserDetails;
import org.jspecify.annotations.Nullable;

/// Changes what is known of oneself; not the e-mail address, which is the name one signs in with.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeProfile(
        String firstName, String lastName, @Nullable String phone, Preferences preferences) {

    /// @throws IllegalArgumentException if something is not of its form
    public ChangeProfile {
        new UserDetails(firstName, lastName, null, phone);
    }

    public UserDetails toDetails() {
        return new UserDetails(firstName, lastName, null, phone);
    }
}
