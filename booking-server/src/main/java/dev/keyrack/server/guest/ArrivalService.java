package dev.keyrack.server.guest;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.stay.FindArrival;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.booking.BookingRegister;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.identity.TryLimit;
import dev.keyrack.server.persistence.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Finds a guest's own booking by what stands on the ticket. A wrong code and a wrong name are answered alike, and not
/// often.
public final class ArrivalService {

    private static final int MOST_TRIES = 10;

    private final Database database;
    private final BookingRegister register;
    private final TryLimit limit;

    public ArrivalService(Database database, BookingRegister register, Clock clock) {
        this.database = database;
        this.register = register;
        limit = new TryLimit(MOST_TRIES, clock);
    }

    /// @param address where the request came from
    Booking find(Caller caller, FindArrival printed, String address) {
        List<String> names = List.of(caller.userId().value(), address);
        if (!limit.begin(names)) {
            throw ProblemException.tooMany("Too many tries: wait a minute.", Duration.ofMinutes(1));
        }
        Booking found = find(caller, printed).orElseThrow(BookingRegister::absent);
        limit.succeed(names);
        return found;
    }

    private Optional<Booking> find(Caller caller, FindArrival printed) {
        return database.read(tx -> register.findByCode(tx, TicketRule.code(printed.confirmationCode()))
                .filter(booking -> caller.may(Action.FIND_ARRIVAL, booking.siteId())
                        && TicketRule.sameName(
                                printed.lastName(), booking.userDetails().lastName()))
                .map(booking -> register.toWire(tx, booking)));
    }
}
