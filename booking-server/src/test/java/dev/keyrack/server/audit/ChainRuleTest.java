package dev.keyrack.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChainRuleTest {

    private static final Act ACT = new Act("a.b", "bkg_1", new SiteId("sit_1"), "xy", "{}", "{}", 1);
    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00.123456Z");

    private static AuditEntry entry(Act act) {
        return new AuditEntry(7, NOW, new UserId("usr_1"), act);
    }

    @Test
    void everyPartOfAnEntryCounts() {
        List<AuditEntry> entries = Stream.concat(
                        Stream.of(
                                entry(ACT),
                                new AuditEntry(8, NOW, new UserId("usr_1"), ACT),
                                new AuditEntry(7, NOW.plusNanos(1_000), new UserId("usr_1"), ACT),
                                new AuditEntry(7, NOW, new UserId("usr_2"), ACT)),
                        Stream.of(
                                        new Act("a.c", "bkg_1", ACT.siteId(), "xy", "{}", "{}", 1),
                                        new Act("a.b", "bkg_2", ACT.siteId(), "xy", "{}", "{}", 1),
                                        new Act("a.b", "bkg_1", null, "xy", "{}", "{}", 1),
                                        new Act("a.b", "bkg_1", ACT.siteId(), "xz", "{}", "{}", 1),
                                        new Act("a.b", "bkg_1", ACT.siteId(), "xy", null, "{}", 1),
                                        new Act("a.b", "bkg_1", ACT.siteId(), "xy", "{}", null, 1),
                                        new Act("a.b", "bkg_1", ACT.siteId(), "xy", "{}", "{}", 2))
                                .map(ChainRuleTest::entry))
                .toList();

        assertThat(entries.stream().map(entry -> ChainRule.hash(ChainRule.BEGINNING, entry)))
                .doesNotHaveDuplicates()
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void whatStandsBeforeCounts() {
        assertThat(ChainRule.hash("1".repeat(64), entry(ACT)))
                .isNotEqualTo(ChainRule.hash(ChainRule.BEGINNING, entry(ACT)));
    }

    @Test
    void textMovedFromOneFieldToTheNextIsSeen() {
        Act moved = new Act("a.bb", "kg_1", ACT.siteId(), "xy", "{}", "{}", 1);
        assertThat(ChainRule.hash(ChainRule.BEGINNING, entry(moved)))
                .isNotEqualTo(ChainRule.hash(ChainRule.BEGINNING, entry(ACT)));
    }

    /// Whoever keeps a record must be able to check it with any later version.
    @Test
    void staysTheSameFromVersionToVersion() {
        assertThat(ChainRule.hash(ChainRule.BEGINNING, entry(ACT)))
                .isEqualTo("8d1daec5bb127e8d21faad195a1763d30ff99fa39f435e3d52bc68890c785dbd");
    }
}
