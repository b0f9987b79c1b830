package dev.keyrack.server.session;

import dev.keyrack.contract.identity.SessionId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A refresh token: the name of its session and 256 random bits. Whoever shows an old one thus names the session that
/// it was stolen from.
record RefreshToken(SessionId session, String secret) {

    private static final Pattern FORM =
            Pattern.compile("(?<session>ses_[0-9a-z]{1,40})\\.(?<secret>[A-Za-z0-9_-]{43})");

    static RefreshToken random(SessionId session) {
        return new RefreshToken(session, Secret.random());
    }

    static Optional<RefreshToken> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new RefreshToken(new SessionId(parts.group("session")), parts.group("secret")))
                : Optional.empty();
    }

    String hash() {
        return Secret.hash(secret);
    }

    String toText() {
        return session + "." + secret;
    }

    /// Does not show the secret.
    @Override
    public String toString() {
        return "RefreshToken[" + session + "]";
    }
}
