package dev.keyrack.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.audit.AuditRecord;
import dev.keyrack.contract.value.UserId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\tx", "\rx", "\nx", "\0x", "=HYPERLINK(\"http://x\")"})
    void whatLooksLikeAFormulaIsText(String text) {
        String cell = CsvRule.cell(text);

        assertThat(cell.startsWith("\"") ? cell.substring(1) : cell).startsWith("'");
    }

    @Test
    void quotesWhatWouldEndACell() {
        assertThat(CsvRule.cell("a,\"b\"\nc")).isEqualTo("\"a,\"\"b\"\"\nc\"");
        assertThat(CsvRule.cell("booking.cancelled")).isEqualTo("booking.cancelled");
    }

    @Test
    void writesALineForEachEntry() {
        AuditRecord record = new AuditRecord(
                7,
                Instant.parse("2027-03-01T09:00:00Z"),
                new UserId("usr_1"),
                "=cmd|' /C calc'!A0",
                "unit.changed",
                "unt_1",
                null,
                "",
                "{\"open\":true}",
                null,
                1);

        assertThat(CsvRule.write(List.of(record)))
                .isEqualTo("number,time,actor,actor name,action,subject,site,detail,before,after,times\r\n"
                        + "7,2027-03-01T09:00:00Z,usr_1,'=cmd|' /C calc'!A0,unit.changed,unt_1,,,\"{\"\"open\"\":true}\","
                        + ",1\r\n");
    }
}
