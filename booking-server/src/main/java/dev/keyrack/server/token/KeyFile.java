package dev.keyrack.server.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.List;

/// The private keys of this node, in a file that only the server's user can read.
final class KeyFile {

    private static final String NAME = "signing-keys.json";

    private final Path folder;

    KeyFile(Path folder) {
        this.folder = folder;
    }

    /// The keys; none if there is no file yet.
    List<OctetKeyPair> read() {
        Path file = folder.resolve(NAME);
        try {
            return Files.exists(file)
                    ? JWKSet.parse(Files.readString(file)).getKeys().stream()
                            .map(JWK::toOctetKeyPair)
                            .toList()
                    : List.of();
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("The signing keys in " + file + " cannot be used", e);
        }
    }

    void write(List<OctetKeyPair> keys) {
        try {
            Path beside = folder.resolve(NAME + ".new");
            Files.deleteIfExists(beside);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.createFile(
                        beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(beside);
            }
            Files.writeString(beside, new JWKSet(List.copyOf(keys)).toString(false));
            force(beside, StandardOpenOption.WRITE);
            Files.move(beside, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                force(folder, StandardOpenOption.READ);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The signing keys cannot be kept in " + folder, e);
        }
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
