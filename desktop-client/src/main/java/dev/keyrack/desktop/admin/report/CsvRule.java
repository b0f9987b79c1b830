package dev.keyrack.desktop.admin.report;

import java.util.List;
import java.util.stream.Collectors;

/// Writes a table as comma-separated values (RFC 4180). A spreadsheet must not take a cell for a formula, so what
/// begins like one is marked as text.
final class CsvRule {

    private CsvRule() {}

    static String write(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(CsvRule::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }

    private static String cell(String text) {
        boolean formula =
                !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("[+-]?[0-9]+(\\.[0-9]+)?");
        String safe = formula ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
