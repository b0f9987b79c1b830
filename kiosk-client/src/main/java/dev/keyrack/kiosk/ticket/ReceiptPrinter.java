package dev.keyrack.kiosk.ticket;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.BookingApi;
import dev.keyrack.contract.value.BookingId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Supplier;

/// Puts the server's receipt, a PDF document, into the folder that the printer takes its work from.
public final class ReceiptPrinter {

    private final BookingApi bookings;
    private final Supplier<Optional<Path>> queue;

    /// @param queue empty where there is no printer
    public ReceiptPrinter(BookingApi bookings, Supplier<Optional<Path>> queue) {
        this.bookings = bookings;
        this.queue = queue;
    }

    /// How it went.
    public enum Outcome {
        PRINTED,
        NO_PRINTER,
        FAILED
    }

    /// Blocks. A printer never sees half a document: it is written beside and then renamed.
    public Outcome print(BookingId booking) throws IOException {
        Optional<Path> folder = queue.get();
        if (folder.isEmpty()) {
            return Outcome.NO_PRINTER;
        }
        if (!(bookings.getReceipt(booking) instanceof ApiOutcome.Answered<byte[]>(byte[] document))) {
            return Outcome.FAILED;
        }
        Files.createDirectories(folder.get());
        Path part = folder.get().resolve("." + booking + ".part");
        Files.write(part, document);
        Files.move(part, folder.get().resolve(booking + ".pdf"), StandardCopyOption.ATOMIC_MOVE);
        return Outcome.PRINTED;
    }
}
