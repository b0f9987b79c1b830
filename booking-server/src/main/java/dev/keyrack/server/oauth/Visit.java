package dev.keyrack.server.oauth;

import dev.keyrack.contract.value.UserId;
import org.jspecify.annotations.Nullable;

/// What somebody is about in a browser: a row of `oauth_visit`.
///
/// @param clientId the program that asks; null until the code of a device was entered
/// @param asked what a program on this side wants back; null if it waits on a device
/// @param userCodeHash which device; null if it is none, or not known yet
/// @param name what was typed as a name
/// @param account who it is; null until that was shown by a password
record Visit(
        Step step,
        @Nullable String clientId,
        @Nullable Asked asked,
        @Nullable String userCodeHash,
        String name,
        @Nullable UserId account) {

    private static final int LONGEST_NAME = 254;

    /// What is asked on the page.
    enum Step {
        SIGN_IN,
        FACTOR,
        USER_CODE,
        CONSENT
    }

    /// What a program wants back.
    ///
    /// @param challenge SHA-256 of what the program will show with the code (RFC 7636)
    record Asked(String redirectUri, @Nullable String state, String challenge) {}

    static Visit ofProgram(String clientId, Asked asked) {
        return new Visit(Step.SIGN_IN, clientId, asked, null, "", null);
    }

    static Visit ofDevice() {
        return new Visit(Step.SIGN_IN, null, null, null, "", null);
    }

    Visit named(String typed) {
        String kept = typed.length() <= LONGEST_NAME ? typed : typed.substring(0, LONGEST_NAME);
        return new Visit(step, clientId, asked, userCodeHash, kept, account);
    }

    Visit of(UserId who, Step next) {
        return new Visit(next, clientId, asked, userCodeHash, name, who);
    }

    Visit forDevice(String program, String code) {
        return new Visit(Step.CONSENT, program, asked, code, name, account);
    }

    Visit again() {
        return asked == null ? ofDevice() : new Visit(Step.SIGN_IN, clientId, asked, null, "", null);
    }

    /// What follows once it is known who it is.
    Step afterSignIn() {
        return asked == null ? Step.USER_CODE : Step.CONSENT;
    }
}
