package dev.keyrack.kiosk.flow;

import dev.keyrack.contract.catalog.Resource;
import java.math.BigDecimal;

/// A room type that is free on the nights wanted.
///
/// @param free how many of it
/// @param perNight of one room, on average
/// @param total of one room for all nights
public record Offer(Resource resource, int free, BigDecimal perNight, BigDecimal total) {

    /// The name as a guest in this very house needs it, without the house's own name and its inner code.
    public String title() {
        String house = resource.site().name() + " - ";
        String name = resource.terms().name();
        String own = name.startsWith(house) ? name.substring(house.length()) : name;
        return own.replaceFirst(" \\([A-Z]\\)$", "");
    }

    /// The most people that fit into so many rooms of it.
    public int mostGuests(int rooms) {
        return resource.terms().maximumGuests() * rooms;
    }
}
