package dev.keyrack.kiosk.arrival;

import dev.keyrack.contract.value.BookingId;
import java.util.Optional;

/// Reads tickets from a scanner, which types what it sees and then Enter.
public final class ScanReader {

    private static final int LONGEST = 80;

    private final StringBuilder line = new StringBuilder();

    /// The booking on the ticket, once its last character is there; what is no ticket of ours is forgotten.
    public Optional<BookingId> accept(String typed) {
        for (int i = 0; i < typed.length(); i++) {
            char sign = typed.charAt(i);
            if (sign == '\r' || sign == '\n') {
                String read = line.toString();
                line.setLength(0);
                return booking(read);
            }
            line.append(sign);
        }
        if (line.length() > LONGEST) {
            line.delete(0, line.length() - LONGEST);
        }
        return Optional.empty();
    }

    private static Optional<BookingId> booking(String read) {
        int start = read.lastIndexOf("bkg_");
        if (start < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BookingId(read.substring(start)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
