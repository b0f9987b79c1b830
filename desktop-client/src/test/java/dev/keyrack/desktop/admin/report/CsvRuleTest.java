package dev.keyrack.desktop.admin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRuleTest {

    @Test
    void quotesWhatWouldBreakTheTable() {
        assertThat(CsvRule.write(List.of(List.of("a", "b, \"c\""), List.of("1", "2.50"))))
                .isEqualTo("a,\"b, \"\"c\"\"\"\r\n1,2.50\r\n");
    }

    @Test
    void letsNoSpreadsheetTakeATextForAFormula() {
        assertThat(CsvRule.write(List.of(List.of("=HYPERLINK(\"x\")", "-3.5", "@SUM"))))
                .isEqualTo("\"'=HYPERLINK(\"\"x\"\")\",-3.5,'@SUM\r\n");
    }
}
