package dev.keyrack.server.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an import read, wrote and skipped, row by row.
public final class ImportReport {

    private final List<Skipped> skipped = new ArrayList<>();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private int read;
    private int imported;

    ImportReport() {}

    /// A row that was not imported.
    ///
    /// @param line where it stands in the file; the header is line 1
    /// @param detail such as the date that was sold out; may be empty
    public record Skipped(int line, String hotel, String reason, String detail) {}

    void count() {
        read++;
    }

    void imported(int rows) {
        imported += rows;
    }

    void skip(int line, String hotel, String reason, String detail) {
        skipped.add(new Skipped(line, hotel, reason, detail));
        reasons.merge(reason, 1, Integer::sum);
    }

    public int rowsRead() {
        return read;
    }

    public int bookingsImported() {
        return imported;
    }

    public List<Skipped> skipped() {
        return List.copyOf(skipped);
    }

    /// How many rows were skipped for each reason.
    public Map<String, Integer> reasons() {
        return Map.copyOf(reasons);
    }

    /// Writes the skipped rows to a file, as CSV.
    public void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("line,hotel,reason,detail");
        skipped.forEach(row -> lines.add(
                row.line() + "," + quote(row.hotel()) + "," + quote(row.reason()) + "," + quote(row.detail())));
        Files.write(file, lines);
    }

    private static String quote(String text) {
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /// The outcome in a few lines.
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        lines.add("%,d rows read, %,d imported, %,d skipped".formatted(read, imported, skipped.size()));
        reasons.forEach((reason, rows) -> lines.add("  skipped, %s: %,d".formatted(reason, rows)));
        return lines;
    }
}
