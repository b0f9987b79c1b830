package dev.keyrack.server.guest;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.guest.GuestId;
import dev.keyrack.contract.guest.MergeGuests;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.server.access.Action;
import dev.keyrack.server.booking.BookingRegister;
import dev.keyrack.server.booking.StoredBooking;
import dev.keyrack.server.http.Answer;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.IdempotencyKey;
import dev.keyrack.server.http.IdempotencyStore;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.persistence.Transaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes one of two guests who turn out to be the same.
public final class GuestService {

    private final IdempotencyStore answers;
    private final BookingRegister register;

    public GuestService(IdempotencyStore answers, BookingRegister register) {
        this.answers = answers;
        this.register = register;
    }

    Answer merge(Caller caller, MergeGuests request, @Nullable IdempotencyKey key) {
        if (request.goes().equals(request.stays())) {
            throw ProblemException.malformed("stays", "expected another guest than the one that goes");
        }
        return answers.once(key, tx -> Answer.of(200, merge(tx, caller, request)));
    }

    private List<Booking> merge(Transaction tx, Caller caller, MergeGuests request) {
        List<StoredBooking> leaving = require(tx, caller, request.goes());
        StoredBooking newest = require(tx, caller, request.stays()).getFirst();
        if (!leaving.getFirst().siteId().equals(newest.siteId())) {
            throw ProblemException.malformed("stays", "expected a guest of the same site");
        }
        List<Booking> changed = new ArrayList<>();
        for (StoredBooking booking : leaving) {
            StoredBooking merged = booking.ofGuest(request.stays(), newest.userDetails());
            changed.add(register.toWire(
                    tx,
                    register.save(
                            tx,
                            caller,
                            merged,
                            "booking.guest-merged",
                            request.goes().value())));
        }
        return changed;
    }

    /// A guest of another site, and one who was erased, look as if there were none.
    private List<StoredBooking> require(Transaction tx, Caller caller, GuestId guest) {
        List<StoredBooking> bookings = register.listOfGuest(tx, guest);
        if (bookings.isEmpty()
                || bookings.getFirst().userDetails().equals(StoredBooking.NOBODY)
                || !caller.may(Action.MERGE_GUESTS, bookings.getFirst().siteId())) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is no guest " + guest + ".");
        }
        return bookings;
    }
}
