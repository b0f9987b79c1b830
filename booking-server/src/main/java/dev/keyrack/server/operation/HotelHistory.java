package dev.keyrack.server.operation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/// Reads a booking history: CSV as RFC 4180 has it, packed by gzip or plain.
public final class HotelHistory {

    private static final int END = -1;

    private final BufferedReader reader;
    private int line;

    private HotelHistory(BufferedReader reader) {
        this.reader = reader;
    }

    /// Every row as it stands, in the order of the file, those too that can be no booking.
    ///
    /// @throws IOException if the file cannot be read, is not a booking history, or has a malformed row, naming
    /// its line
    public static List<HotelRow> readAll(InputStream source) throws IOException {
        ImportReport report = new ImportReport();
        List<HotelRow> rows = read(source, _ -> "", report);
        if (!report.skipped().isEmpty()) {
            ImportReport.Skipped first = report.skipped().getFirst();
            throw new IOException("Line " + first.line() + " is a " + first.reason() + ": " + first.detail());
        }
        return rows;
    }

    /// All rows that can become bookings; the others go to the report.
    ///
    /// @throws IOException if the file cannot be read or is not a booking history
    static List<HotelRow> read(InputStream source, ImportReport report) throws IOException {
        return read(source, HotelRow::fault, report);
    }

    private static List<HotelRow> read(InputStream source, Function<HotelRow, String> fault, ImportReport report)
            throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(unpack(source), StandardCharsets.UTF_8))) {
            return new HotelHistory(reader).rows(fault, report);
        }
    }

    private static InputStream unpack(InputStream source) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(source, 2);
        byte[] magic = peeked.readNBytes(2);
        peeked.unread(magic);
        boolean packed = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        return packed ? new GZIPInputStream(peeked, 1 << 16) : peeked;
    }

    private List<HotelRow> rows(Function<HotelRow, String> fault, ImportReport report) throws IOException {
        List<String> header = record().orElse(List.of());
        List<String> missing = HotelRow.COLUMNS.stream()
                .filter(column -> !header.contains(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new IOException("This is not a booking history: the columns " + missing + " are missing.");
        }
        List<HotelRow> rows = new ArrayList<>();
        int start = line + 1;
        for (Optional<List<String>> next = record(); next.isPresent(); next = record()) {
            report.count();
            toRow(start, header, next.get(), report)
                    .filter(row -> isSound(row, fault, report))
                    .ifPresent(rows::add);
            start = line + 1;
        }
        return rows;
    }

    private static boolean isSound(HotelRow row, Function<HotelRow, String> fault, ImportReport report) {
        String wrong = fault.apply(row);
        if (!wrong.isEmpty()) {
            report.skip(row.line(), row.hotel(), wrong, "");
        }
        return wrong.isEmpty();
    }

    private static Optional<HotelRow> toRow(int line, List<String> header, List<String> values, ImportReport report) {
        if (values.size() != header.size()) {
            report.skip(line, "", "malformed row", values.size() + " fields, expected " + header.size());
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            fields.put(header.get(i), values.get(i).strip());
        }
        try {
            return Optional.of(HotelRow.of(line, fields));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            report.skip(line, fields.getOrDefault("hotel", ""), "malformed row", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<List<String>> record() throws IOException {
        int next = reader.read();
        if (next == END) {
            return Optional.empty();
        }
        line++;
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        while (next != END && (quoted || next != '\n')) {
            if (next == '"') {
                quoted = readQuote(quoted, field);
            } else if (next == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else if (next != '\r' || quoted) {
                field.append((char) next);
                line += next == '\n' ? 1 : 0;
            }
            next = reader.read();
        }
        fields.add(field.toString());
        return Optional.of(fields);
    }

    /// A quote opens, closes, or, doubled within quotes, stands for itself.
    private boolean readQuote(boolean quoted, StringBuilder field) throws IOException {
        if (!quoted) {
            return true;
        }
        reader.mark(1);
        if (reader.read() == '"') {
            field.append('"');
            return true;
        }
        reader.reset();
        return false;
    }
}
