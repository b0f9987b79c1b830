package dev.keyrack.server.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import java.util.Set;

/// Hands mail over to a mail server, which then answers for it.
final class SmtpPost implements MailPost {

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "20000";

    private final SmtpConfig config;
    private final Session session;

    SmtpPost(SmtpConfig config) {
        this.config = config;
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.from", config.from());
        properties.setProperty("mail.smtp.auth", Boolean.toString(config.user() != null));
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(config.startTls()));
        boolean anyCertificate = !config.startTls() && config.user() == null;
        if (anyCertificate) {
            // No worse than no encryption at all, which would do as well.
            properties.setProperty("mail.smtp.ssl.trust", "*");
            properties.setProperty("mail.smtp.ssl.checkserveridentity", "false");
        }
        session = Session.getInstance(properties);
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public String from() {
        return config.from();
    }

    @Override
    public String send(MimeMessage mail, String name) throws MessagingException {
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(config.host(), config.port(), config.user(), config.password());
            transport.sendMessage(mail, mail.getAllRecipients());
        }
        return "handed to " + config.host() + ":" + config.port();
    }

    @Override
    public void forget(Set<String> words) {
        // what was handed over is somebody else's
    }
}
