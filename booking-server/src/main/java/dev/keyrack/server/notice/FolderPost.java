package dev.keyrack.server.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/// Writes each mail into a folder, as a file that mail programs open. A mail in the folder is whole and on the disk.
final class FolderPost implements MailPost {

    private final Path folder;
    private final Session session = Session.getInstance(new Properties());

    FolderPost(Path folder) {
        this.folder = folder;
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public String from() {
        return "keyrack@localhost";
    }

    @Override
    public String send(MimeMessage mail, String name) throws MessagingException, IOException {
        Files.createDirectories(folder);
        Path beside = folder.resolve(name + ".new");
        try (FileChannel channel = FileChannel.open(
                        beside,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            mail.writeTo(out);
            out.flush();
            channel.force(true);
        }
        Path file = Files.move(beside, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        forceFolder();
        return file.toString();
    }

    @Override
    public void forget(Set<String> words) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> holds(file, words)).toList()) {
                Files.deleteIfExists(file);
            }
        }
        forceFolder();
    }

    private static boolean holds(Path file, Set<String> words) {
        String name = String.valueOf(file.getFileName());
        return words.stream().anyMatch(word -> name.contains("-" + word + "-"));
    }

    /// So that the new name survives a power cut; some systems cannot, and need not.
    private void forceFolder() {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows does not open folders.
        }
    }
}
