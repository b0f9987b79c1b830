package dev.keyrack.kiosk.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.value.BookingId;
import org.junit.jupiter.api.Test;

class ScanReaderTest {

    private final ScanReader reader = new ScanReader();

    @Test
    void readsATicketThatIsTypedSignBySign() {
        for (String sign : "bkg_7f3".split("")) {
            assertThat(reader.accept(sign)).isEmpty();
        }
        assertThat(reader.accept("\r")).contains(new BookingId("bkg_7f3"));
    }

    @Test
    void forgetsWhatIsNoTicket() {
        assertThat(reader.accept("hello\r")).isEmpty();
        assertThat(reader.accept("bkg_\r")).isEmpty();
        assertThat(reader.accept("bkg_9\n")).contains(new BookingId("bkg_9"));
    }
}
