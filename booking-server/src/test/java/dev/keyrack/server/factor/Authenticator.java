package dev.keyrack.server.factor;

import java.time.Clock;

/// Gives the codes of a secret, as the program in somebody's pocket does.
public record Authenticator(String secret, Clock clock) {

    public String code() {
        return TotpRule.code(Base32.decode(secret), TotpRule.stepAt(clock.instant()));
    }
}
