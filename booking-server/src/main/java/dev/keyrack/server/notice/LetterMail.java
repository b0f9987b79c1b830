package dev.keyrack.server.notice;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/// Writes a letter as plain text, in English or German.
final class LetterMail {

    private static final String TEXTS = "dev.keyrack.server.notice.letter";

    private LetterMail() {}

    /// @throws jakarta.mail.internet.AddressException if the letter goes to no mail address
    static MimeMessage compose(Session session, String from, String id, Letter letter) throws MessagingException {
        ResourceBundle texts = texts(letter.language());
        String subject = letter.subject().name().toLowerCase(Locale.ROOT);
        String code = letter.code();
        String body = texts.getString("frame")
                .replace("{{body}}", texts.getString(subject + ".body"))
                .replace("{{code}}", code == null ? "" : code);
        MimeMessage mail = new NoticeMail.FixedIdMessage(session, NoticeMail.messageId(id, from));
        mail.setFrom(new InternetAddress(from));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        mail.setSubject(texts.getString(subject + ".subject"), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(letter.at()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setText(
                new Template(body, false).fill(Map.of("name", Template.line(letter.name()))),
                StandardCharsets.UTF_8.name());
        mail.saveChanges();
        return mail;
    }

    static ResourceBundle texts(String language) {
        return ResourceBundle.getBundle(
                TEXTS,
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
