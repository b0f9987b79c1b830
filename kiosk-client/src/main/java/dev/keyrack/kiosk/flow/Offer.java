package dev.keyrack.kiosk.flow;

import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.Tax;
import dev.keyrack.contract.value.Grain;
import dev.keyrack.contract.value.TimeRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Something that is free: a room type on the nights wanted, or a performance or an appointment at its time.
///
/// @param time when it is, or null for what is sold by the night
/// @param free how many of it
/// @param each what one costs, of rooms for a night on average
/// @param total what one costs in all
public record Offer(Resource resource, @Nullable TimeRange time, int free, BigDecimal each, BigDecimal total) {

    /// The name as a guest in this very house needs it, without the house's own name and its inner code.
    public String title() {
        String house = resource.site().name() + " - ";
        String name = resource.terms().name();
        String own = name.startsWith(house) ? name.substring(house.length()) : name;
        return own.replaceFirst(" \\([A-Z]\\)$", "");
    }

    /// What it costs for more rooms and people, with every tax and fee.
    public BigDecimal total(Party party, long nights) {
        // one guest in each room is paid for already
        BigDecimal others = BigDecimal.valueOf(nights * (party.guests() - party.rooms()));
        return resource.terms().taxes().stream()
                .filter(tax -> !tax.included() && tax.kind() == Tax.Kind.PER_GUEST_AND_GRAIN)
                .map(tax -> tax.amount().multiply(others))
                .reduce(total.multiply(BigDecimal.valueOf(party.rooms())), BigDecimal::add)
                .setScale(resource.currency().getDecimalPlaces(), RoundingMode.HALF_UP);
    }

    public Grain grain() {
        return resource.grain();
    }

    /// The most people that fit into so many rooms of it; a ticket or an appointment is for one.
    public int mostGuests(int rooms) {
        return grain() == Grain.NIGHT ? resource.terms().maximumGuests() * rooms : rooms;
    }
}
