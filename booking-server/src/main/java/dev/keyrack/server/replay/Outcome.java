package dev.keyrack.server.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a server made of a history; with the names in which it is printed.
///
/// @param rows how many rows were read
/// @param skipped how many of them stay for no night
/// @param accepted how many bookings were made
/// @param refused how many were refused because a night was sold out
/// @param cancelled how many of the accepted were cancelled
/// @param nightsHeldAtEnd the nights that the server's calendars show as taken at the end
/// @param digest the first 16 hex digits of the SHA-256 of the refused rows' numbers, ascending, joined by commas
/// @param seconds from the first request to the last answer
/// @param perSecond bookings and cancellations answered a second
/// @param p50Ms within how many milliseconds half of them were answered
/// @param p99Ms within how many milliseconds 99 of 100 were answered
public record Outcome(
        int rows,
        int skipped,
        int accepted,
        int refused,
        int cancelled,
        long nightsHeldAtEnd,
        String digest,
        double seconds,
        double perSecond,
        double p50Ms,
        double p99Ms) {

    private static final int DIGEST_LENGTH = 16;

    /// @param rows the numbers of rows, in any order
    public static String digest(Collection<Integer> rows) {
        String text = new TreeSet<>(rows).stream().map(String::valueOf).collect(Collectors.joining(","));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
