package dev.keyrack.server.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.catalog.Site;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class NoticeMailTest {

    private final NoticeMail mails = new NoticeMail(new ReceiptDocument());

    private MimeMessage compose(NoticeKind kind, Booking booking, Site site) throws Exception {
        return mails.compose(
                Session.getInstance(new Properties()),
                "desk@example.com",
                String.valueOf(booking.userDetails().email()),
                new NoticeMail.Content("bkg_a-001", kind, booking, site));
    }

    private static List<String> attachments(MimeMessage mail) throws Exception {
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        List<String> names = new ArrayList<>();
        for (int i = 1; i < parts.getCount(); i++) {
            names.add(parts.getBodyPart(i).getFileName());
        }
        return names;
    }

    private static String words(MimeMessage mail, int index) throws Exception {
        BodyPart first = ((MimeMultipart) mail.getContent()).getBodyPart(0);
        return String.valueOf(
                ((MimeMultipart) first.getContent()).getBodyPart(index).getContent());
    }

    @Test
    void confirmationHasTextHtmlReceiptAndCalendar() throws Exception {
        MimeMessage mail = compose(NoticeKind.CONFIRMED, Stays.stay(), Stays.HOTEL);

        assertThat(mail.getSubject()).isEqualTo("Your booking is confirmed: Pensão São João & Söhne (K7RT2M9Q)");
        assertThat(words(mail, 0)).contains("Dear Zoë Müller-Lübeck,", "K7RT2M9Q", "Total: EUR 547.00");
        assertThat(words(mail, 1)).contains("Pensão São João &amp; Söhne", "K7RT2M9Q", "EUR 547.00");
        assertThat(attachments(mail)).containsExactly("receipt.pdf", "booking.ics");
    }

    @Test
    void requestHasNoReceipt() throws Exception {
        assertThat(attachments(compose(NoticeKind.REQUESTED, Stays.stay(), Stays.HOTEL)))
                .containsExactly("booking.ics");
    }

    @Test
    void namesCannotAddHeadersOrMarkup() throws Exception {
        Site site = new Site(
                Stays.HOTEL.id(),
                "Inn\r\nBcc: all@example.com\r\n\r\n<script>",
                Stays.HOTEL.location(),
                Stays.HOTEL.latitude(),
                Stays.HOTEL.longitude(),
                Stays.HOTEL.timeZone(),
                Stays.HOTEL.currency(),
                Stays.HOTEL.checkInTime(),
                10);
        UserDetails guest = new UserDetails("Ann\nTotal: EUR 0.00", "<a href='x'>", "a@example.com", null);
        MimeMessage mail = compose(NoticeKind.CONFIRMED, Stays.stay(guest, 1), site);

        List<String> headers = Collections.list(mail.getAllHeaderLines());
        assertThat(headers).noneMatch(line -> line.startsWith("Bcc"));
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(words(mail, 0)).contains("Dear Ann Total: EUR 0.00 <a href='x'>,");
        assertThat(words(mail, 1)).doesNotContain("<script>", "<a href").contains("&lt;script&gt;");
    }

    @Test
    void sameEntryHasTheSameMessageId() throws Exception {
        MimeMessage once = compose(NoticeKind.CONFIRMED, Stays.stay(), Stays.HOTEL);
        MimeMessage again = compose(NoticeKind.CONFIRMED, Stays.stay(), Stays.HOTEL);

        assertThat(once.getMessageID()).matches("<[0-9a-f]{32}@example.com>").isEqualTo(again.getMessageID());
    }

    @Test
    void addressWithMoreThanOneRecipientIsRefused() {
        UserDetails guest = new UserDetails("Ann", "Lee", "a,b@example.com", null);

        assertThatThrownBy(() -> compose(NoticeKind.CONFIRMED, Stays.stay(guest, 1), Stays.HOTEL))
                .isInstanceOf(AddressException.class);
    }
}
