package dev.keyrack.server.identity;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// The mails in a server's folder, as those who got them read them.
public record Mailbox(Path folder) {

    private static final Pattern CODE = Pattern.compile("\\b([a-z2-9]{5}-){5}[a-z2-9]{5}\\b");

    /// A mail.
    public record Mail(String to, String subject, String text) {

        public String code() {
            Matcher code = CODE.matcher(text);
            if (!code.find()) {
                throw new AssertionError("no code in " + text);
            }
            return code.group();
        }
    }

    /// Waits for so many mails to somebody; the newest comes last.
    public List<Mail> await(String to, int count) {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> read(to), mails -> mails.size() >= count);
    }

    public List<Mail> read(String to) throws IOException {
        if (!Files.exists(folder.resolve("mail"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(Mailbox::read)
                    .filter(mail -> mail.to().equals(to))
                    .toList();
        }
    }

    private static Mail read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), in);
            return new Mail(
                    mail.getAllRecipients()[0].toString(), mail.getSubject(), String.valueOf(mail.getContent()));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
