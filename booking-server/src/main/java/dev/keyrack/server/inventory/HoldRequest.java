package dev.keyrack.server.inventory;

import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.http.ProblemException;
import org.jspecify.annotations.Nullable;

/// What somebody wants to keep or book, read from the wire.
///
/// @param guests how many people come, 1 or more
public record HoldRequest(
        ResourceId resourceId,
        Period period,
        Quantity quantity,
        int guests,
        @Nullable UnitId unitId) {

    private static final int MOST_GUESTS = 100_000;

    /// @throws ProblemException MALFORMED_BODY naming the field that is not of its form
    public HoldRequest {
        if (guests < 1 || guests > MOST_GUESTS) {
            throw ProblemException.malformed("guests", "expected 1 to " + MOST_GUESTS);
        }
        if (unitId != null && quantity.count() != 1) {
            throw ProblemException.malformed("unitId", "a unit can only be named with a quantity of 1");
        }
    }

    /// Reads two dates of the wire.
    ///
    /// @throws ProblemException MALFORMED_BODY if they are not of their form
    public static Period period(String startDate, String endDate) {
        try {
            return Period.parse(startDate, endDate);
        } catch (IllegalArgumentException e) {
            throw ProblemException.malformed("startDate", String.valueOf(e.getMessage()));
        }
    }

    /// The number of guests, one each where nobody said.
    public static int guests(@Nullable Integer guests, Quantity quantity) {
        return guests == null ? quantity.count() : guests;
    }
}
