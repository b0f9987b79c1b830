package dev.keyrack.server.audit;

import dev.keyrack.contract.audit.AuditRecord;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes entries as comma-separated values (RFC 4180). A spreadsheet must not take a cell for a formula, so what
/// begins
/// like one stands behind an apostrophe.
final class CsvRule {

    private static final String HEADER =
            "number,time,actor,actor name,action,subject,site,detail,before,after,times\r\n";

    private CsvRule() {}

    static String write(List<AuditRecord> records) {
        return HEADER + records.stream().map(CsvRule::line).collect(Collectors.joining());
    }

    private static String line(AuditRecord record) {
        return Stream.<Object>of(
                        record.seq(),
                        record.at(),
                        record.actorId(),
                        record.actorName(),
                        record.action(),
                        record.subjectId(),
                        Objects.toString(record.siteId(), ""),
                        record.detail(),
                        Objects.toString(record.before(), ""),
                        Objects.toString(record.after(), ""),
                        record.times())
                .map(CsvRule::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    static String cell(@Nullable Object value) {
        String text = Objects.toString(value, "");
        boolean formula = !text.isEmpty() && "=+-@\t\r\n\0".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
