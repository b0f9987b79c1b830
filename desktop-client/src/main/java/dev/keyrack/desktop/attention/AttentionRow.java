package dev.keyrack.desktop.attention;

import dev.keyrack.contract.booking.Booking;
import org.jspecify.annotations.Nullable;

/// Something refused, in words.
///
/// @param id to decide about it
/// @param booking as the server has it; null if it is not in the copy any more
/// @param wanted what was to be done, and when
/// @param reason why the server would not
/// @param now how the booking stands
record AttentionRow(String id, @Nullable Booking booking, String guest, String wanted, String reason, String now) {}
