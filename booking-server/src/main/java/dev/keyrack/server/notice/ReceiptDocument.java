package dev.keyrack.server.notice;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.PriceLine;
import dev.keyrack.contract.catalog.Site;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A booking's receipt as PDF: one A4 page with the code, the stay, every price line and the policy.
public final class ReceiptDocument {

    private static final int QR_CELLS = 29;
    private final String template;

    public ReceiptDocument() {
        XRLog.setLoggingEnabled(false);
        try (InputStream in = ReceiptDocument.class.getResourceAsStream("receipt.html")) {
            if (in == null) {
                throw new IllegalStateException("receipt.html is missing from the program");
            }
            template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] render(Booking booking, Site site) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .withHtmlContent(html(booking, site), "")
                    .withProducer("Keyrack")
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("The receipt could not be written", e);
        }
        return pdf.toByteArray();
    }

    private String html(Booking booking, Site site) {
        NoticeText text = new NoticeText(booking, site);
        String unit = booking.unitName() == null ? "" : ", " + booking.unitName();
        return template.replace("{site}", NoticeText.escape(site.name()))
                .replace("{place}", NoticeText.escape(site.location()))
                .replace("{code}", NoticeText.escape(booking.confirmationCode()))
                .replace("{guest}", NoticeText.escape(text.guest()))
                .replace("{resource}", NoticeText.escape(booking.resourceName() + unit))
                .replace("{from}", NoticeText.escape(text.from()))
                .replace("{to}", NoticeText.escape(text.to()))
                .replace("{quantity}", booking.quantity().count() + " for " + text.guests())
                .replace("{lines}", lines(booking))
                .replace("{total}", NoticeText.amount(booking.totalPrice(), booking.currency()))
                .replace(
                        "{paid}",
                        booking.paymentStatus().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .replace("{policy}", NoticeText.escape(text.policy()))
                .replace("{qr}", qrCode(booking.confirmationCode()));
    }

    private static String lines(Booking booking) {
        StringBuilder rows = new StringBuilder();
        for (PriceLine line : booking.priceLines()) {
            String name = NoticeText.lineName(line) + (line.included() ? " (included)" : "");
            rows.append(line.included() ? "<tr class=\"included\"><td>" : "<tr><td>")
                    .append(NoticeText.escape(name))
                    .append("</td><td class=\"money\">")
                    .append(NoticeText.amount(line.amount(), booking.currency()))
                    .append("</td></tr>");
        }
        return rows.toString();
    }

    /// The code as a table of black and white cells, which needs no picture.
    private static String qrCode(String code) {
        try {
            BitMatrix cells = new QRCodeWriter().encode(code, BarcodeFormat.QR_CODE, QR_CELLS, QR_CELLS);
            StringBuilder table = new StringBuilder("<table class=\"qr\">");
            for (int y = 0; y < cells.getHeight(); y++) {
                table.append("<tr>");
                for (int x = 0; x < cells.getWidth(); x++) {
                    table.append(cells.get(x, y) ? "<td class=\"ink\"></td>" : "<td></td>");
                }
                table.append("</tr>");
            }
            return table.append("</table>").toString();
        } catch (WriterException e) {
            throw new IllegalStateException("a confirmation code fits every QR code", e);
        }
    }
}
