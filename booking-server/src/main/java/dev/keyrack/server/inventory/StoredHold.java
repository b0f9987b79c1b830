package dev.keyrack.server.inventory;

import dev.keyrack.contract.availability.Hold;
import dev.keyrack.contract.value.HoldId;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.Quantity;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.contract.value.Revision;
import dev.keyrack.contract.value.UnitId;
import dev.keyrack.server.pricing.Quote;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A hold as it is stored.
///
/// @param ownerId who made it
/// @param expiresAt null while a payment is under way, when only the payment's outcome ends it
public record StoredHold(
        HoldId id,
        ResourceId resourceId,
        Period period,
        Quantity quantity,
        int guests,
        @Nullable UnitId unitId,
        String ownerId,
        Hold.State state,
        @Nullable Instant expiresAt,
        boolean extended,
        Quote quote,
        Revision revision) {

    /// Ended, or turned into a booking.
    StoredHold withState(Hold.State next) {
        return new StoredHold(
                id,
                resourceId,
                period,
                quantity,
                guests,
                unitId,
                ownerId,
                next,
                expiresAt,
                extended,
                quote,
                revision.next());
    }

    /// To end at another time, or with a payment.
    StoredHold withEnd(@Nullable Instant end, boolean isExtended) {
        return new StoredHold(
                id,
                resourceId,
                period,
                quantity,
                guests,
                unitId,
                ownerId,
                state,
                end,
                isExtended,
                quote,
                revision.next());
    }

    Hold toHold() {
        return new Hold(
                id,
                resourceId,
                period.startText(),
                period.endText(),
                quantity,
                state,
                expiresAt,
                !extended && expiresAt != null,
                quote.total(),
                quote.currency(),
                quote.lines(),
                revision);
    }
}
