package dev.keyrack.server.gate;

import java.util.Locale;

/// Who is limited together, and to how many requests a minute. Whoever has not come for a while may send a whole
/// minute's requests at once.
public enum Tier {
    /// Whoever offers a name and a password or a code, by address: each costs a second of a processor or may be a
    /// guess.
    SIGN_IN(120),
    /// Whoever sends no token, by address. A hotel's guests share one.
    ANONYMOUS(1_500),
    /// A guest's account.
    GUEST(1_800),
    /// A kiosk.
    KIOSK(2_400),
    /// A colleague's account.
    STAFF(3_600),
    /// A program of somebody else, by its key.
    PARTNER(6_000),
    /// All that comes from one address.
    ADDRESS(30_000);

    /// The length of the window that the limits speak of.
    static final int SECONDS = 60;

    private final int requests;

    Tier(int requests) {
        this.requests = requests;
    }

    int requests() {
        return requests;
    }

    /// Its name in the headers.
    String policy() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
