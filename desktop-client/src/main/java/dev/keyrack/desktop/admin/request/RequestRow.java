package dev.keyrack.desktop.admin.request;

import dev.keyrack.contract.booking.Booking;
import java.util.List;

/// A request as it is listed, and what to know before deciding about it.
///
/// @param load how full it is then, without this request
/// @param others who else has booked the same for these days
record RequestRow(
        Booking booking,
        String guest,
        String reach,
        String wish,
        String stay,
        String price,
        String load,
        List<String> others) {

    RequestRow {
        others = List.copyOf(others);
    }

    String notes() {
        String notes = booking.notes();
        return notes == null ? "" : notes;
    }
}
