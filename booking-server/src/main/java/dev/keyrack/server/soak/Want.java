package dev.keyrack.server.soak;

import java.util.List;
import java.util.stream.Stream;

/// What somebody wants, or has.
///
/// @param start as on the wire
/// @param unit the very unit, or empty for any
record Want(Offer offer, String start, String end, int quantity, String unit) {

    /// The cells that it takes.
    List<Place> cells() {
        return offer.places(start, end).toList();
    }

    /// What it takes of its unit.
    Stream<Place> unitPlaces() {
        return unit.isEmpty() ? Stream.empty() : offer.places(start, end).map(cell -> new Place(unit, cell.grain()));
    }

    Want in(String otherUnit) {
        return new Want(offer, start, end, quantity, otherUnit);
    }

    /// The same for another resource; its unit cannot go with it.
    Want of(Offer other) {
        return other.equals(offer) ? this : new Want(other, start, end, quantity, "");
    }

    Want at(Want period) {
        return new Want(offer, period.start, period.end, quantity, unit);
    }

    Want of(int count) {
        return new Want(offer, start, end, count, unit);
    }

    @Override
    public String toString() {
        return quantity + " of " + offer.resource() + " " + start + " to " + end
                + (unit.isEmpty() ? "" : " in " + unit);
    }
}
