package dev.keyrack.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.audit.ChainRule.Head;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class ChainWalkTest {

    private static final int ROWS = 1_000;
    private static final Head BEGUN = new Head(41, ChainRule.BEGINNING);
    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

    private record Row(AuditEntry entry, String hash) {}

    /// What somebody with the database in hand may do to it; the last two know how the hashes are made.
    private static final List<BiConsumer<List<Row>, Random>> DEEDS = List.of(
            ChainWalkTest::change,
            (rows, random) -> rows.remove(random.nextInt(rows.size())),
            ChainWalkTest::swap,
            (rows, random) -> rows.subList(rows.size() - 1 - random.nextInt(rows.size() - 1), rows.size())
                    .clear(),
            (rows, random) -> rows.add(random.nextInt(rows.size() + 1), rows.get(random.nextInt(rows.size()))),
            ChainWalkTest::changeAndHashAnew,
            ChainWalkTest::removeAndWriteAnew);

    private static List<Row> chain(Random random) {
        List<Row> rows = new ArrayList<>();
        Head head = BEGUN;
        for (int i = 0; i < ROWS; i++) {
            Act act = new Act(
                    random.nextBoolean() ? "booking.cancelled" : "resource.rates-changed",
                    "bkg_" + random.nextInt(100),
                    random.nextBoolean() ? null : new SiteId("sit_a"),
                    "detail " + random.nextInt(3),
                    random.nextBoolean() ? null : "{\"price\":" + random.nextInt(3) + "}",
                    random.nextBoolean() ? null : "{\"price\":" + random.nextInt(3) + "}",
                    1 + random.nextInt(3));
            UserId actor = new UserId("usr_" + random.nextInt(5));
            AuditEntry entry = new AuditEntry(head.seq() + 1, NOW.plusMillis(random.nextInt(50)), actor, act);
            head = ChainRule.after(head, entry);
            rows.add(new Row(entry, head.hash()));
        }
        return rows;
    }

    private static Head head(List<Row> rows) {
        return new Head(rows.getLast().entry().seq(), rows.getLast().hash());
    }

    private static List<String> faults(List<Row> rows, Head head) {
        ChainWalk walk = new ChainWalk(BEGUN).expect(head, "the folder");
        rows.forEach(row -> walk.pass(row.entry(), row.hash()));
        return walk.end();
    }

    private static AuditEntry changed(AuditEntry entry, Random random) {
        Act act = entry.act();
        return switch (random.nextInt(6)) {
            case 0 -> new AuditEntry(entry.seq(), entry.at().plusNanos(1_000), entry.actor(), act);
            case 1 -> new AuditEntry(entry.seq(), entry.at(), new UserId("usr_x"), act);
            case 2 -> new AuditEntry(entry.seq(), entry.at(), entry.actor(), act.at(new SiteId("sit_b")));
            case 3 -> new AuditEntry(entry.seq(), entry.at(), entry.actor(), act.times(act.times() + 1));
            case 4 -> new AuditEntry(entry.seq(), entry.at(), entry.actor(), act.changed(null, List.of(1)));
            default ->
                new AuditEntry(
                        entry.seq(),
                        entry.at(),
                        entry.actor(),
                        Act.of(act.action() + "x", act.subjectId(), act.detail()));
        };
    }

    private static void change(List<Row> rows, Random random) {
        int at = random.nextInt(rows.size());
        rows.set(at, new Row(changed(rows.get(at).entry(), random), rows.get(at).hash()));
    }

    /// Each keeps its number.
    private static void swap(List<Row> rows, Random random) {
        int one = random.nextInt(rows.size());
        int other = (one + 1 + random.nextInt(rows.size() - 1)) % rows.size();
        Row first = rows.get(one);
        Row second = rows.get(other);
        if (first.entry().act().equals(second.entry().act())
                && first.entry().actor().equals(second.entry().actor())
                && first.entry().at().equals(second.entry().at())) {
            Collections.swap(rows, one, other);
            return;
        }
        rows.set(one, new Row(numbered(second.entry(), first.entry().seq()), first.hash()));
        rows.set(other, new Row(numbered(first.entry(), second.entry().seq()), second.hash()));
    }

    private static AuditEntry numbered(AuditEntry entry, long seq) {
        return new AuditEntry(seq, entry.at(), entry.actor(), entry.act());
    }

    private static void changeAndHashAnew(List<Row> rows, Random random) {
        change(rows, random);
        hashAnew(rows);
    }

    private static void removeAndWriteAnew(List<Row> rows, Random random) {
        rows.remove(random.nextInt(rows.size()));
        hashAnew(rows);
    }

    private static void hashAnew(List<Row> rows) {
        Head head = BEGUN;
        for (int i = 0; i < rows.size(); i++) {
            AuditEntry entry = numbered(rows.get(i).entry(), head.seq() + 1);
            head = ChainRule.after(head, entry);
            rows.set(i, new Row(entry, head.hash()));
        }
    }

    @Test
    void findsNothingInAWholeChain() {
        List<Row> rows = chain(new Random(1));
        Row middle = rows.get(500);

        assertThat(faults(rows, head(rows))).isEmpty();
        assertThat(faults(rows, new Head(middle.entry().seq(), middle.hash())))
                .as("a head that was kept earlier")
                .isEmpty();
        assertThat(faults(List.of(), BEGUN)).isEmpty();
    }

    @Test
    void seesEachOfAThousandDeeds() {
        long seed = Long.getLong("keyrack.seed", 20_270_301);
        Random random = new Random(seed);
        List<Row> whole = chain(random);
        List<String> unseen = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            int deed = i % DEEDS.size();
            List<Row> rows = new ArrayList<>(whole);
            DEEDS.get(deed).accept(rows, random);
            if (faults(rows, head(whole)).isEmpty()) {
                unseen.add("deed " + deed + " at " + i);
            }
        }
        assertThat(unseen).as("seed " + seed).isEmpty();
    }

    @Test
    void namesTheRowAndOnlyThat() {
        List<Row> rows = chain(new Random(2));
        Head head = head(rows);
        change(rows, new Random(3));

        assertThat(faults(rows, head)).hasSize(1).first().asString().contains("not what was written");
        rows.remove(rows.size() - 1);
        assertThat(faults(rows, head)).last().asString().contains("ends at " + (head.seq() - 1));
    }
}
