package dev.keyrack.desktop.agenda;

import dev.keyrack.client.sync.SiteCopy.SyncState;
import dev.keyrack.contract.booking.Booking;
import java.time.LocalTime;

/// A booking of some time on one day, by the site's wall clock.
///
/// @param lane its place among those that overlap it, from 0
/// @param lanes how many places these need
record Appointment(Booking booking, SyncState sync, LocalTime start, LocalTime end, int lane, int lanes) {

    Appointment inLane(int place, int places) {
        return new Appointment(booking, sync, start, end, place, places);
    }
}
