package dev.keyrack.server.notice;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.catalog.Site;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;

/// A booking's receipt as PDF, A4: the code, the stay, every price line and the policy, as they are in the booking.
public final class ReceiptDocument {

    private static final String FONT = "Open Sans";
    private static final int QR_SCALE = 10;
    private static final Template FACT =
            Template.ofMarkup("<tr><td class=\"label\">{{name}}</td><td>{{value}}</td></tr>\n");
    private static final Template LINE = Template.ofMarkup("<tr><td>{{name}} <span class=\"each\">{{each}}</span></td>"
            + "<td class=\"money\">{{amount}}</td></tr>\n");
    private static final Template INCLUDED = Template.ofMarkup(
            "<tr class=\"small\"><td>Included: {{name}}</td><td class=\"money\">{{amount}}</td></tr>\n");

    private final Template page = Template.load("receipt.xhtml");
    private final byte[] regular = font("OpenSans-Regular.ttf");
    private final byte[] semibold = font("OpenSans-Semibold.ttf");

    public ReceiptDocument() {
        XRLog.setLoggingEnabled(false);
    }

    private static byte[] font(String name) {
        try (InputStream in = ReceiptDocument.class.getResourceAsStream("font/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The whole file; the same bytes for the same revision of a booking.
    public byte[] render(Booking booking, Site site) {
        return print(toMarkup(booking, site), booking.updatedAt());
    }

    /// Any page as PDF, in our fonts; the same bytes for the same page and time.
    ///
    /// @param markup XHTML that loads nothing
    public byte[] print(String markup, Instant at) {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withHtmlContent(markup, null)
                .withProducer("Keyrack")
                .usePdfUaAccessibility(true)
                .useFont(() -> new ByteArrayInputStream(regular), FONT, 400, FontStyle.NORMAL, true)
                .useFont(() -> new ByteArrayInputStream(semibold), FONT, 600, FontStyle.NORMAL, true);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            document.setDocumentId(at.toEpochMilli());
            Calendar written = GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
            document.getDocumentInformation().setCreationDate(written);
            document.save(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException("The document could not be written", e);
        }
        return pdf.toByteArray();
    }

    private String toMarkup(Booking booking, Site site) {
        NoticeText text = new NoticeText(booking, site);
        return page.fill(Map.ofEntries(
                Map.entry("title", title(booking)),
                Map.entry("code", Template.line(booking.confirmationCode())),
                Map.entry("footer", text.clock()),
                Map.entry("site", text.siteName()),
                Map.entry("place", text.place()),
                Map.entry("qr", qrCode(booking.confirmationCode())),
                Map.entry("facts", facts(text)),
                Map.entry("currency", booking.currency().getCode()),
                Map.entry("lines", lines(LINE, text.lines())),
                Map.entry("included", lines(INCLUDED, text.included())),
                Map.entry("total", text.total()),
                Map.entry("payment", text.payment()),
                Map.entry("policy", text.policy())));
    }

    private static String title(Booking booking) {
        return switch (booking.status()) {
            case REQUESTED -> "Request, not confirmed";
            case DECLINED -> "Declined request";
            case CANCELLED -> "Cancelled booking";
            case NO_SHOW -> "Booking, guest did not come";
            case CONFIRMED, CHECKED_IN, COMPLETED, UNKNOWN -> "Booking receipt";
        };
    }

    private static String facts(NoticeText text) {
        String guest = FACT.fill(Map.of("name", "Guest", "value", text.guest()));
        return guest
                + text.facts().entrySet().stream()
                        .map(fact -> FACT.fill(Map.of("name", fact.getKey(), "value", fact.getValue())))
                        .collect(Collectors.joining());
    }

    private static String lines(Template template, List<NoticeText.Line> lines) {
        return lines.stream()
                .map(line -> template.fill(Map.of("name", line.name(), "each", line.each(), "amount", line.amount())))
                .collect(Collectors.joining());
    }

    /// The code as a picture for the kiosk's scanner, as a `data:` address.
    private static String qrCode(String code) {
        try {
            BitMatrix cells =
                    new QRCodeWriter().encode(code, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 2));
            int size = cells.getWidth() * QR_SCALE;
            BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    picture.setRGB(x, y, cells.get(x / QR_SCALE, y / QR_SCALE) ? 0x000000 : 0xffffff);
                }
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException | IOException e) {
            throw new IllegalStateException("a confirmation code fits every QR code", e);
        }
    }
}
