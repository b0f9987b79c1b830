package dev.keyrack.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.keyrack.contract.booking.Booking;
import dev.keyrack.contract.booking.UserDetails;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ReceiptDocumentTest {

    private final ReceiptDocument receipts = new ReceiptDocument();

    private String textOf(Booking booking) throws IOException {
        try (PDDocument document = Loader.loadPDF(receipts.render(booking, Stays.HOTEL))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void tellsCodeGuestDatesLinesAndTotal() throws IOException {
        assertThat(textOf(Stays.stay()))
                .contains("Booking receipt", "K7RT2M9Q", "Pensão São João & Söhne", "Zoë Müller-Lübeck")
                .contains("Thursday, 1 July 2027, from 15:00", "Monday, 5 July 2027")
                .contains("2 nights at 145.50", "City tax", "Included: VAT 6 %", "EUR 547.00", "Paid")
                .contains("Cancelling is free until Tuesday, 29 June 2027, 15:00.", "Europe/Lisbon");
    }

    @Test
    void writesNamesAsTheyAreNotAsMarkup() throws IOException {
        UserDetails odd = new UserDetails("<img src=\"file:///etc/passwd\"/>", "Łukasz Ωμέγα {{code}}", null, null);

        assertThat(textOf(Stays.stay(odd, 1))).contains("<img src=\"file:///etc/passwd\"/> Łukasz Ωμέγα {{code}}");
    }

    @Test
    void sameBookingGivesTheSameFile() {
        assertThat(receipts.render(Stays.stay(), Stays.HOTEL))
                .isEqualTo(new ReceiptDocument().render(Stays.stay(), Stays.HOTEL));
    }

    @Test
    void holdsTheCodeForAScanner() throws Exception {
        try (PDDocument document = Loader.loadPDF(receipts.render(Stays.stay(), Stays.HOTEL))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            BinaryBitmap seen = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)));

            assertThat(new QRCodeReader().decode(seen).getText()).isEqualTo("K7RT2M9Q");
        }
    }
}
