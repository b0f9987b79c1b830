package dev.keyrack.desktop.guest;

import dev.keyrack.contract.booking.Booking;

/// One booking of a guest, in words.
record StayRow(Booking booking, String dates, String room, String status, String total) {}
