package dev.keyrack.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyrack.server.persistence.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// A small storm: the large one is `./keyrack bench storm`.
class StormIT {

    private static final int PEOPLE = 300;
    private static final int TICKETS = 40;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int storm(String... options) {
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        String[] all = new String[options.length + 4];
        System.arraycopy(options, 0, all, 4, options.length);
        all[0] = "bench";
        all[1] = "storm";
        all[2] = "--data";
        all[3] = folder.toString();
        return command.execute(all);
    }

    @Test
    void sellsEachTicketOnceAndTellsEverybodyElse() {
        assertThat(storm("--people", "" + PEOPLE, "--tickets", "" + TICKETS, "--connections", "60"))
                .as(out + "" + err)
                .isZero();
        JsonNode line = Json.read(out.toString(), JsonNode.class);
        assertThat(line.path("sold").asInt()).isEqualTo(TICKETS);
        assertThat(line.path("taken").asInt()).isEqualTo(TICKETS);
        assertThat(line.path("soldOut").asInt()).isEqualTo(PEOPLE - TICKETS);
        assertThat(line.path("otherwise").isEmpty()).isTrue();
        assertThat(line.path("promisesHold").asBoolean()).isTrue();
        assertThat(storm()).as("a second time").isEqualTo(1);
        assertThat(err.toString()).contains("name an empty folder");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(storm("--people", "0")).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }
}
