package dev.keyrack.desktop.sale;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.contract.value.BookingId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Receipts as PDF documents in a folder; opened, and from there printed, by whatever shows such documents here.
public final class Receipts {

    private final ClientRuntime runtime;
    private final Path folder;
    private final Consumer<Path> opener;

    /// @param opener shows a document; called on the screen's thread
    public Receipts(ClientRuntime runtime, Path folder, Consumer<Path> opener) {
        this.runtime = runtime;
        this.folder = folder;
        this.opener = opener;
    }

    /// Gets the receipt from the server and saves it, in place of an older one of the booking. Blocks.
    public ApiOutcome<Path> save(BookingId booking, String code) throws IOException {
        ApiOutcome<byte[]> receipt = runtime.api().bookings().getReceipt(booking);
        Path file = folder.resolve("receipt-" + code + ".pdf");
        if (receipt instanceof ApiOutcome.Answered<byte[]>(byte[] document)) {
            Files.createDirectories(folder);
            Files.write(file, document);
        }
        return receipt.map(_ -> file);
    }

    public void open(Path receipt) {
        opener.accept(receipt);
    }
}
