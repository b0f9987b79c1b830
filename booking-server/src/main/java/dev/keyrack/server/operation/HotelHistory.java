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
import java.util.zip.GZIPInputStream;

/// Reads a booking history: CSV as RFC 4180 has it, packed by gzip or plain.
final class HotelHistory {

    private static final int END = -1;

    private final BufferedReader reader;
    private int line;

    private HotelHistory(BufferedReader reader) {
        this.reader = reader;
    }

    /// All rows that can be read; the others go to the report.
    ///
    /// @throws IOException if the file cannot be read or is not a booking history
    static List<HotelRow> read(InputStream source, ImportReport report) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(unpack(source), StandardCharsets.UTF_8))) {
            return new HotelHistory(reader).rows(report);
        }
    }

    private static InputStream unpack(InputStream source) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(source, 2);
        byte[] magic = peeked.readNBytes(2);
        peeked.unread(magic);
        boolean packed = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        return packed ? new GZIPInputStream(peeked, 1 << 16) : peeked;
    }

    private List<HotelRow> rows(ImportReport report) throws IOException {
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
            toRow(start, header, next.get(), report).ifPresent(rows::add);
            start = line + 1;
        }
        return rows;
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
            HotelRow row = HotelRow.of(line, fields);
            String fault = row.fault();
            if (fault.isEmpty()) {
                return Optional.of(row);
            }
            report.skip(line, row.hotel(), fault, "");
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            report.skip(line, fields.getOrDefault("hotel", ""), "malformed row", String.valueOf(e.getMessage()));
        }
        return Optional.empty();
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
