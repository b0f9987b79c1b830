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
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Puts a notice together as mail: text and HTML, the receipt, the calendar file.
final class NoticeMail {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final Template FACT = Template.ofMarkup(
            "<tr><td width=\"110\" valign=\"top\" style=\"color:#5b6770\">{{name}}</td><td>{{value}}</td></tr>\n");

    private final Template plain = Template.load("notice.txt");
    private final Template html = Template.load("notice.html");
    private final ReceiptDocument receipts;

    NoticeMail(ReceiptDocument receipts) {
        this.receipts = receipts;
    }

    /// What the mail needs to know.
    record Content(String outboxId, NoticeKind kind, Booking booking, Site site) {}

    /// @throws jakarta.mail.internet.AddressException if `to` is not a mail address
    MimeMessage compose(Session session, String from, String to, Content content) throws MessagingException {
        InternetAddress recipient = new InternetAddress(to, true);
        MimeMessage mail = new FixedIdMessage(session, messageId(content.outboxId(), from));
        NoticeText text = new NoticeText(content.booking(), content.site());
        mail.setFrom(sender(from, text));
        mail.setRecipient(Message.RecipientType.TO, recipient);
        mail.setSubject(subject(content, text), UTF_8);
        mail.setSentDate(Date.from(content.booking().updatedAt()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        MimeMultipart parts = new MimeMultipart("mixed");
        parts.addBodyPart(words(content, text));
        if (content.kind() != NoticeKind.REQUESTED && content.kind() != NoticeKind.DECLINED) {
            byte[] receipt = receipts.render(content.booking(), content.site());
            parts.addBodyPart(attachment("receipt.pdf", "application/pdf", receipt));
        }
        String calendar = CalendarFile.render(content.kind(), content.booking(), content.site(), from, to);
        parts.addBodyPart(attachment(
                "booking.ics",
                "text/calendar; charset=UTF-8; method=" + CalendarFile.method(content.kind()),
                calendar.getBytes(StandardCharsets.UTF_8)));
        mail.setContent(parts);
        mail.saveChanges();
        return mail;
    }

    private static InternetAddress sender(String from, NoticeText text) {
        try {
            return new InternetAddress(from, text.siteName(), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
    }

    /// The same for the same outbox entry, so that a mail sent twice is seen to be one; it gives nothing away.
    static String messageId(String outboxId, String from) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(outboxId.getBytes(StandardCharsets.UTF_8));
            return "<" + HexFormat.of().formatHex(digest, 0, 16) + from.substring(from.indexOf('@')) + ">";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private MimeBodyPart words(Content content, NoticeText text) throws MessagingException {
        MimeBodyPart asText = new MimeBodyPart();
        asText.setText(plain.fill(values(content, text, plainFacts(text))), UTF_8);
        MimeBodyPart asHtml = new MimeBodyPart();
        asHtml.setContent(html.fill(values(content, text, htmlFacts(text))), "text/html; charset=UTF-8");
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(asText);
        alternatives.addBodyPart(asHtml);
        MimeBodyPart words = new MimeBodyPart();
        words.setContent(alternatives);
        return words;
    }

    private static MimeBodyPart attachment(String name, String type, byte[] bytes) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
        part.setFileName(name);
        return part;
    }

    private static Map<String, String> values(Content content, NoticeText text, String facts) {
        return Map.of(
                "subject", subject(content, text),
                "guest", text.guest(),
                "opening", opening(content.kind()),
                "code", Template.line(content.booking().confirmationCode()),
                "facts", facts,
                "policy", policy(content.kind(), text),
                "site", text.siteName(),
                "place", text.place());
    }

    private static String subject(Content content, NoticeText text) {
        String what = text.siteName() + " (" + Template.line(content.booking().confirmationCode()) + ")";
        return switch (content.kind()) {
            case REQUESTED -> "We have your request: " + what;
            case CONFIRMED -> "Your booking is confirmed: " + what;
            case CHANGED -> "Your booking was changed: " + what;
            case CANCELLED -> "Your booking is cancelled: " + what;
            case DECLINED -> "We cannot accept your request: " + what;
        };
    }

    private static String opening(NoticeKind kind) {
        return switch (kind) {
            case REQUESTED -> "Thank you, we have your request. It is not confirmed yet; we will write to you again.";
            case CONFIRMED -> "Thank you, your booking is confirmed. We look forward to seeing you.";
            case CHANGED -> "Your booking was changed. This is what you have booked now.";
            case CANCELLED -> "Your booking is cancelled. This is what you had booked.";
            case DECLINED -> "We are sorry that we cannot offer you what you asked for.";
        };
    }

    private static String policy(NoticeKind kind, NoticeText text) {
        return switch (kind) {
            case REQUESTED, CONFIRMED, CHANGED -> text.policy() + " " + text.clock();
            case CANCELLED, DECLINED -> text.clock();
        };
    }

    private static Map<String, String> facts(NoticeText text) {
        Map<String, String> facts = new LinkedHashMap<>(text.facts());
        facts.put("Total", text.total());
        facts.put("Payment", text.payment());
        return facts;
    }

    private static String plainFacts(NoticeText text) {
        return facts(text).entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String htmlFacts(NoticeText text) {
        return facts(text).entrySet().stream()
                .map(fact -> FACT.fill(Map.of("name", fact.getKey(), "value", fact.getValue())))
                .collect(Collectors.joining());
    }

    static final class FixedIdMessage extends MimeMessage {

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
