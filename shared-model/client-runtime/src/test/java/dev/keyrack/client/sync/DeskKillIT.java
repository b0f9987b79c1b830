package dev.keyrack.client.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyrack.client.store.LocalStore;
import dev.keyrack.contract.value.BookingId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a desk again and again while it works, and counts what it had shown as done and does not know afterwards.
class DeskKillIT {

    private static final int KILLS = 12;
    private static final long SEED = 11;
    private static final String HASTY = "hasty";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void losesNothingThatItShowedAsDone() throws Exception {
        assertThat(lost("", KILLS)).as("seed %d", SEED).isEmpty();
    }

    @Test
    void seesLossWhereADeskShowsWorkBeforeItIsWritten() throws Exception {
        assertThat(lost(HASTY, KILLS)).as("seed %d", SEED).isNotEmpty();
    }

    private Set<String> lost(String manner, int kills) throws Exception {
        Random random = new Random(SEED);
        Set<String> shown = new HashSet<>();
        for (int kill = 0; kill < kills; kill++) {
            shown.addAll(workUntilKilled(manner + kill, 1 + random.nextInt(40)));
        }
        try (LocalStore store = LocalStore.open(folder)) {
            SiteCopy copy = new SiteCopy(Bookings.SITE, store, Clock.systemUTC(), "ann", () -> {});
            assertThat(copy.countPending()).isPositive();
            store.mutations()
                    .list(Mutation.SetNotes.class)
                    .forEach(each -> shown.remove(each.mutation().notes()));
        }
        return shown;
    }

    private List<String> workUntilKilled(String name, int actions) throws IOException, InterruptedException {
        Process desk = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-XX:TieredStopAtLevel=1",
                        DeskKillIT.class.getName(),
                        folder.toString(),
                        name))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> shown = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(desk.getInputStream(), StandardCharsets.UTF_8))) {
            while (shown.size() < actions) {
                String line = lines.readLine();
                assertThat(line).as("the desk ended by itself").isNotNull();
                shown.add(String.valueOf(line));
            }
            desk.toHandle().destroyForcibly();
            lines.lines().forEach(shown::add);
        }
        desk.waitFor();
        return shown;
    }

    /// The desk: does one thing after the other, and says what is done.
    public static void main(String... arguments) {
        LocalStore store = LocalStore.open(Path.of(arguments[0]));
        SiteCopy copy = new SiteCopy(Bookings.SITE, store, Clock.systemUTC(), "ann", () -> {});
        boolean hasty = arguments[1].startsWith(HASTY);
        for (int i = 0; ; i++) {
            String note = arguments[1] + "-" + i;
            if (hasty) {
                System.out.println(note);
            }
            copy.record(new Mutation.SetNotes(new BookingId("bkg_1"), null, note));
            if (!hasty) {
                System.out.println(note);
            }
        }
    }
}
