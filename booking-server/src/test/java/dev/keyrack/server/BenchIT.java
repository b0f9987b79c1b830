package dev.keyrack.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyrack.server.persistence.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The benches run and say what they promise; no figure is looked at.
@DisabledIfSystemProperty(named = "test.database", matches = "postgresql")
class BenchIT {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int bench(String name, String... options) {
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return command.execute(Stream.concat(Stream.of("bench", name, "--data", folder.toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    private JsonNode line() {
        JsonNode line = Json.read(out.toString(), JsonNode.class);
        assertThat(line.path("promisesHold").asBoolean()).isTrue();
        return line;
    }

    @Test
    void comparesWithPlainSql() {
        assertThat(bench("booking", "--clients", "4", "--warm-up", "1", "--seconds", "1"))
                .as("%s", err)
                .isZero();
        List.of("spreadToLimit", "hotToLimit", "hotToSpread", "steadyP99Ms")
                .forEach(ratio ->
                        assertThat(line().path(ratio).asDouble()).as(ratio).isPositive());
        assertThat(bench("booking")).as("a second time").isEqualTo(1);
        assertThat(err.toString()).contains("name an empty folder");
    }

    @Test
    void playsADay() {
        assertThat(bench("day", "--bookings", "100", "--seconds", "3", "--warm-up", "1"))
                .as("%s", err)
                .isZero();
        assertThat(line().path("peakPerSecond").asDouble())
                .isGreaterThan(line().path("morningPerSecond").asDouble());
    }

    @Test
    void booksWhileManyListen() {
        assertThat(bench("connected", "--readers", "40", "--seconds", "1", "--warm-up", "1"))
                .as("%s", err)
                .isZero();
        assertThat(line().path("readers").asInt()).isEqualTo(40);
        assertThat(line().path("octetsPerReaderPerSecond").asDouble()).isPositive();
    }

    @Test
    void asksWhatIsRightAndWhatIsWrong() {
        assertThat(bench("fuzz", "--requests", "100", "--seed", "7"))
                .as("%s", err)
                .isZero();
        assertThat(line().path("seed").asLong()).isEqualTo(7);
        assertThat(line().path("requests").asLong()).isEqualTo(100);
    }
}
