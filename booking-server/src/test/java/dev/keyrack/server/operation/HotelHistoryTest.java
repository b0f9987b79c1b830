package dev.keyrack.server.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class HotelHistoryTest {

    private static final LocalDate DAY = LocalDate.of(2016, 8, 15);
    private final ImportReport report = new ImportReport();

    @Test
    void readsPlainAndPackedFiles() throws IOException {
        byte[] plain = BookingHistory.aHistory().stay("A", DAY, 3).open().readAllBytes();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(plain);
        }

        List<HotelRow> first = HotelHistory.read(new ByteArrayInputStream(plain), report);
        List<HotelRow> second = HotelHistory.read(new ByteArrayInputStream(packed.toByteArray()), report);

        assertThat(first).isEqualTo(second).hasSize(1);
        assertThat(first.getFirst().arrival()).isEqualTo(DAY);
        assertThat(first.getFirst().nights()).isEqualTo(3);
        assertThat(first.getFirst().line()).isEqualTo(2);
    }

    @Test
    void readsQuotedFieldsWithCommasQuotesAndLineBreaks() throws IOException {
        InputStream history = BookingHistory.aHistory()
                .line(
                        "\"Grand, \"\"Old\"\"\nHotel\",1,2016,August,15,1,1,2,NA,0,PRT,A,No Deposit,80,Check-Out,2016-08-17")
                .stay("B", DAY, 1)
                .open();

        List<HotelRow> rows = HotelHistory.read(history, report);

        assertThat(rows).extracting(HotelRow::hotel).containsExactly("Grand, \"Old\"\nHotel", "Resort Hotel");
        assertThat(rows).extracting(HotelRow::line).containsExactly(2, 4);
    }

    @Test
    void reportsDirtyRowsAndGoesOn() throws IOException {
        InputStream history = BookingHistory.aHistory()
                .line("Resort Hotel,too few")
                .line("Resort Hotel,1,2016,Nonsense,15,1,1,2,0,0,PRT,A,No Deposit,80,Check-Out,2016-08-17")
                .line("Resort Hotel,1,2016,August,15,1,1,x,0,0,PRT,A,No Deposit,80,Check-Out,2016-08-17")
                .line("Resort Hotel,1,2016,August,15,0,0,2,0,0,PRT,A,No Deposit,80,Check-Out,2016-08-17")
                .line("Resort Hotel,1,2016,August,15,1,1,0,2,0,PRT,A,No Deposit,80,Check-Out,2016-08-17")
                .line("Resort Hotel,1,2016,August,15,1,1,2,0,0,PRT,A,No Deposit,-6.38,Check-Out,2016-08-17")
                .stay("A", DAY, 1)
                .open();

        assertThat(HotelHistory.read(history, report)).hasSize(1);
        assertThat(report.rowsRead()).isEqualTo(7);
        assertThat(report.skipped()).extracting(ImportReport.Skipped::line).containsExactly(2, 3, 4, 5, 6, 7);
        assertThat(report.reasons())
                .containsEntry("malformed row", 3)
                .containsEntry("zero nights", 1)
                .containsEntry("no adults", 1)
                .containsEntry("negative rate", 1);
    }

    @Test
    void refusesFileThatIsNoHistory() {
        InputStream other = new ByteArrayInputStream("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> HotelHistory.read(other, report))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("columns");
    }
}
