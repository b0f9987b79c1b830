package dev.keyrack.kiosk.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import dev.keyrack.client.api.BookingApi;
import dev.keyrack.client.sale.SaleOutcome;
import dev.keyrack.contract.booking.BookingStatus;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.kiosk.FakeServer;
import dev.keyrack.kiosk.Samples;
import dev.keyrack.kiosk.flow.Journey;
import dev.keyrack.kiosk.flow.KioskEvent;
import dev.keyrack.kiosk.flow.KioskStep;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketViewModelTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final FakeServer server = new FakeServer();

    @AfterEach
    void end() {
        server.close();
    }

    private final Journey journey = Samples.paying();

    private TicketViewModel model(Optional<Path> printer) {
        journey.tell(new KioskEvent.SaleEnded("sale-1", new SaleOutcome.Sold(Samples.created(), "Visa")));
        BookingApi bookings = server.runtime(folder, Samples.NOON).api().bookings();
        return new TicketViewModel(
                journey,
                bookings,
                new ReceiptPrinter(bookings, () -> printer),
                Samples.house(folder),
                UiTasks.onCaller(),
                Samples.ENGLISH);
    }

    @Test
    void putsTheReceiptIntoThePrintersFolder() {
        byte[] document = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        server.answer("/receipt", document);
        TicketViewModel model = model(Optional.of(folder.resolve("queue")));
        model.onShow();
        assertThat(folder.resolve("queue/bkg_1.pdf")).hasBinaryContent(document);
        assertThat(model.paperProperty().get()).isEqualTo("Your receipt is being printed below.");
    }

    @Test
    void saysThatTheBookingIsSafeWhenThePrinterFails() {
        TicketViewModel model = model(Optional.of(folder.resolve("queue")));
        model.onShow();
        assertThat(model.paperProperty().get()).contains("Your booking is safe");
    }

    @Test
    void showsTheBookingAsACodeThatAScannerReads() throws Exception {
        QrCode code = model(Optional.empty()).qr();
        BitMatrix matrix = new BitMatrix(code.size());
        for (int y = 0; y < code.size(); y++) {
            for (int x = 0; x < code.size(); x++) {
                if (code.isBlack(x, y)) {
                    matrix.set(x, y);
                }
            }
        }
        int margin = 4;
        BitMatrix inner = new BitMatrix(code.size() - 2 * margin);
        for (int y = 0; y < inner.getHeight(); y++) {
            for (int x = 0; x < inner.getWidth(); x++) {
                if (matrix.get(x + margin, y + margin)) {
                    inner.set(x, y);
                }
            }
        }
        assertThat(new Decoder().decode(inner).getText()).isEqualTo("bkg_1");
    }

    @Test
    void letsTonightsGuestInAtOnce() {
        server.answer("bookings/bkg_1", Samples.booking(BookingStatus.CONFIRMED, Samples.TODAY, "124.00"));
        TicketViewModel model = model(Optional.empty());
        assertThat(model.checkInAllowed()).isTrue();
        model.checkIn();
        assertThat(journey.step()).isInstanceOf(KioskStep.Arriving.class);
    }
}
