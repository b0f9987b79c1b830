package dev.keyrack.client.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/// The 256 random bits that a store is encrypted with, in a file that only the user can read. H2 stretches passwords
/// hardly at all, so this is never something that a person chose.
final class StoreKey {

    private static final int OCTETS = 32;

    private StoreKey() {}

    /// The key of the folder; made on the first call.
    static String of(Path folder) {
        Path file = folder.resolve("store.key");
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            String key = Files.readString(file).strip();
            if (!key.matches("[0-9a-f]{64}")) {
                throw new IllegalStateException(file + " holds no key");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve("store.key"));
    }

    private static void create(Path file) throws IOException {
        byte[] random = new byte[OCTETS];
        new SecureRandom().nextBytes(random);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Path draft = file.resolveSibling("store.key.new");
        Files.deleteIfExists(draft);
        try (var channel =
                Files.newByteChannel(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
            channel.write(java.nio.ByteBuffer.wrap(
                    HexFormat.of().formatHex(random).getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        }
        try {
            Files.move(draft, file);
        } catch (FileAlreadyExistsException _) {
            Files.delete(draft);
        }
    }
}
