package dev.keyrack.contract.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Proves who one is.
///
/// @param name the e-mail address
/// @param code of the second factor, or a recovery code, where the account has one
/// @param device a random text that a program keeps for good, 20 to 100 characters; who fails to guess elsewhere does
/// not keep it out
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignIn(
        String name,
        String password,
        @Nullable String code,
        @Nullable String device) {

    /// @throws IllegalArgumentException if something is not of its form
    @JsonCreator
    public SignIn {
        if (device != null && (device.length() < 20 || device.length() > 100)) {
            throw new IllegalArgumentException("expected a device of 20 to 100 characters");
        }
    }

    public SignIn(String name, String password) {
        this(name, password, null, null);
    }

    public SignIn withCode(String given) {
        return new SignIn(name, password, given, device);
    }

    public SignIn from(String itself) {
        return new SignIn(name, password, code, itself);
    }

    /// Does not show the password.
    @Override
    public String toString() {
        return "SignIn[name=" + name + "]";
    }
}
