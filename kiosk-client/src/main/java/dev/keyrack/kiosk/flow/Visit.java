package dev.keyrack.kiosk.flow;

import dev.keyrack.contract.availability.Hold;
import dev.keyrack.contract.value.Period;
import dev.keyrack.contract.value.StayRange;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Everything that one guest has chosen and typed so far. Going back keeps all of it; ending the visit leaves none.
///
/// @param dates the nights wanted
/// @param offer the room type, performance or appointment chosen, or null
/// @param hold what the server keeps for the guest, or null
public record Visit(
        StayRange dates,
        @Nullable Offer offer,
        Party party,
        GuestInput guest,
        @Nullable Hold hold) {

    public static Visit tonight(LocalDate today) {
        return new Visit(new StayRange(today, today.plusDays(1)), null, Party.ONE, GuestInput.EMPTY, null);
    }

    /// What is kept for other nights helps nobody.
    Visit on(Period period) {
        return new Visit(period instanceof StayRange nights ? nights : dates, null, party, guest, null);
    }

    Visit of(Offer chosen) {
        int rooms = Math.min(party.rooms(), chosen.free());
        int guests = Math.clamp(party.guests(), rooms, chosen.mostGuests(rooms));
        return new Visit(dates, chosen, new Party(rooms, guests), guest, null);
    }

    Visit with(Party people) {
        return new Visit(dates, offer, people, guest, people.equals(party) ? hold : null);
    }

    Visit by(GuestInput typed) {
        return new Visit(dates, offer, party, typed, hold);
    }

    Visit keeping(@Nullable Hold kept) {
        return new Visit(dates, offer, party, guest, kept);
    }

    /// The nights or the time of what was chosen.
    public Period period() {
        return offer == null ? dates : Objects.requireNonNullElse(offer.time(), dates);
    }

    public long nights() {
        return dates.nights().size();
    }

    /// @throws IllegalStateException before anything is chosen
    public Offer requireOffer() {
        if (offer == null) {
            throw new IllegalStateException("nothing is chosen yet");
        }
        return offer;
    }
}
