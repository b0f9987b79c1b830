package dev.keyrack.server.notice;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.catalog.Site;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/// Puts a notice together as mail: text and HTML, the receipt, the calendar file.
final class NoticeMail {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final ReceiptDocument receipts;

    NoticeMail(ReceiptDocument receipts) {
        this.receipts = receipts;
    }

    /// What the mail needs to know.
    record Content(String outboxId, NoticeKind kind, Booking booking, Site site) {}

    MimeMessage compose(Session session, String from, String to, Content content, Instant now)
            throws MessagingException {
        Booking booking = content.booking();
        MimeMessage mail = new FixedIdMessage(session, "<" + content.outboxId() + "@keyrack>");
        mail.setFrom(new InternetAddress(from));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        String subject = subject(content) + " (" + booking.confirmationCode() + ")";
        mail.setSubject(subject.replaceAll("[\\r\\n]+", " "), UTF_8);
        mail.setSentDate(Date.from(now));
        MimeMultipart parts = new MimeMultipart("mixed");
        MimeBodyPart words = new MimeBodyPart();
        MimeMultipart alternatives = new MimeMultipart("alternative");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text(content), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setContent(html(content), "text/html; charset=UTF-8");
        alternatives.addBodyPart(plain);
        alternatives.addBodyPart(html);
        words.setContent(alternatives);
        parts.addBodyPart(words);
        parts.addBodyPart(attachment("receipt.pdf", "application/pdf", receipts.render(booking, content.site())));
        parts.addBodyPart(attachment(
                "booking.ics",
                "text/calendar; charset=UTF-8",
                CalendarFile.render(content.kind(), booking, content.site()).getBytes(StandardCharsets.UTF_8)));
        mail.setContent(parts);
        mail.saveChanges();
        return mail;
    }

    private static MimeBodyPart attachment(String name, String type, byte[] bytes) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
        part.setFileName(name);
        return part;
    }

    private static String subject(Content content) {
        String what = content.booking().resourceName();
        return switch (content.kind()) {
            case REQUESTED -> "We have your request: " + what;
            case CONFIRMED -> "Your booking is confirmed: " + what;
            case CHANGED -> "Your booking was changed: " + what;
            case CANCELLED -> "Your booking is cancelled: " + what;
            case DECLINED -> "We cannot accept your request: " + what;
        };
    }

    private static String text(Content content) {
        NoticeText text = new NoticeText(content.booking(), content.site());
        Booking booking = content.booking();
        return "Dear " + text.guest() + ",\n\n" + subject(content) + ".\n\n"
                + "Code:  " + booking.confirmationCode() + "\n"
                + "From:  " + text.from() + "\n"
                + "To:    " + text.to() + "\n"
                + "Price: " + NoticeText.amount(booking.totalPrice(), booking.currency()) + "\n\n"
                + text.policy() + "\n\n"
                + content.site().name() + ", " + content.site().location() + "\n";
    }

    private static String html(Content content) {
        StringBuilder html = new StringBuilder("<html><body style=\"font-family: sans-serif\">");
        text(content)
                .lines()
                .forEach(line -> html.append(NoticeText.escape(line)).append("<br>\n"));
        return html.append("</body></html>").toString();
    }

    /// Keeps its Message-ID, so that a notice sent twice is recognised as one.
    private static final class FixedIdMessage extends MimeMessage {

        private final String id;

        FixedIdMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
