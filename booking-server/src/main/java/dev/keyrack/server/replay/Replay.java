package dev.keyrack.server.replay;

import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.server.bench.Wire;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Plays scripts against a running server, through its public interface.
public final class Replay {

    private final URI server;
    private final SignIn account;
    private final Clock clock;

    /// @param account an administrator of the server
    public Replay(URI server, SignIn account, Clock clock) {
        this.server = server;
        this.account = account;
        this.clock = clock;
    }

    /// Opens a new site of the hotel's name with these room types, and plays the script there; all its dates are moved
    /// by one whole number of weeks, so that every arrival lies ahead.
    ///
    /// @param capacities how many rooms there are, by room type
    /// @param clients how many requests are under way at most
    /// @throws ReplayException if a room type that is wanted has no capacity, before anything is sent; if the
    /// server refuses anything but a night that is sold out; or if its calendars say other than its answers
    public Outcome play(Script script, String hotel, Map<String, Integer> capacities, int clients) {
        Set<String> unnamed = new TreeSet<>(script.rooms());
        unnamed.removeAll(capacities.keySet());
        if (!unnamed.isEmpty()) {
            throw new ReplayException("No capacity is given for the room types " + unnamed + ".");
        }
        Hotel played = new Hotel(Wire.to(server), account, clock);
        played.open(hotel, capacities);
        return new Play(script, played).run(clients);
    }
}
