package dev.keyrack.server.audit;

import dev.keyrack.server.audit.ChainRule.Head;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Keeps the head of the audit record outside the database, in the file `audit-head` of the data folder, so that a
/// record that was cut or written anew does not fit.
public final class HeadFile {

    private final Path file;

    /// @param folder the data folder
    public HeadFile(Path folder) {
        file = folder.resolve("audit-head");
    }

    /// The head that was kept last; empty if there is none.
    ///
    /// @throws UncheckedIOException if it cannot be read
    /// @throws IllegalStateException if it is not a head
    public Optional<Head> read() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (!text.matches("\\d{1,18} [0-9a-f]{64}")) {
                throw new IllegalStateException(file + " is no head of an audit record");
            }
            int gap = text.indexOf(' ');
            return Optional.of(new Head(Long.parseLong(text.substring(0, gap)), text.substring(gap + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns when it is on the disk.
    void keep(Head head) {
        Path beside = file.resolveSibling("audit-head.part");
        byte[] text = (head.seq() + " " + head.hash() + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            try (FileChannel channel = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(text));
                channel.force(true);
            }
            // a power cut may bring back the old file, which fits as well
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
