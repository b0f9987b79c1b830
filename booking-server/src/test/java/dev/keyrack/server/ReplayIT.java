package dev.keyrack.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyrack.server.operation.HotelImport;
import dev.keyrack.server.persistence.Json;
import dev.keyrack.server.replay.Outcome;
import dev.keyrack.server.rig.TestServer;
import dev.keyrack.server.verification.Verification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Plays some days of the real history, and compares with a model that knows nothing of the server.
class ReplayIT {

    private static final LocalDate FROM = LocalDate.of(2016, 8, 1);

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @SuppressWarnings("NullAway.Init")
    private TestServer server;

    @BeforeEach
    void open() {
        server = new TestServer(folder);
    }

    @AfterEach
    void close() {
        assertThat(server.verify()).allMatch(Verification.Check::holds);
        server.close();
    }

    private int replay(String... options) {
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of(
                "replay",
                "--server",
                server.server().uri().toString(),
                "--user",
                server.administrator().name(),
                "--password=" + server.administrator().password()));
        all.addAll(List.of(options));
        return command.execute(all.toArray(String[]::new));
    }

    private JsonNode played(String hotel, String capacities, LocalDate to, int clients) {
        int status = replay(
                "--builtin",
                "--hotel",
                hotel,
                "--capacity",
                capacities,
                "--from",
                "" + FROM,
                "--to",
                "" + to,
                "--clients",
                "" + clients);
        assertThat(status).as(err.toString()).isZero();
        assertThat(out.toString().strip().lines()).hasSize(1);
        return Json.read(out.toString(), JsonNode.class);
    }

    @Test
    void refusesHundredsAsTheModelDoesHoweverManyClientsPlay() throws IOException {
        String capacities = "A=15,B=1,C=1,D=3,E=1,F=1,G=1";
        LocalDate to = FROM.plusDays(3);
        JsonNode played = played("City Hotel", capacities, to, 12);
        Model model = Model.of("City Hotel", capacities, FROM, to);
        assertThat(model.refused).hasSizeGreaterThan(200);
        assertThat(model.cancelled).isPositive();
        assertAgrees(played, model);
    }

    @Test
    void acceptsAllWhereThereIsPlenty() throws IOException {
        String capacities = "A=143,B=1,C=14,D=64,E=38,F=12,G=10,H=5,L=1";
        LocalDate to = FROM.plusDays(2);
        JsonNode played = played("Resort Hotel", capacities, to, 1);
        Model model = Model.of("Resort Hotel", capacities, FROM, to);
        assertThat(model.refused).isEmpty();
        assertAgrees(played, model);
    }

    private static void assertAgrees(JsonNode played, Model model) {
        assertThat(played.path("rows").asInt()).isEqualTo(model.rows);
        assertThat(played.path("skipped").asInt()).isEqualTo(model.skipped);
        assertThat(played.path("accepted").asInt()).isEqualTo(model.accepted.size());
        assertThat(played.path("refused").asInt()).isEqualTo(model.refused.size());
        assertThat(played.path("cancelled").asInt()).isEqualTo(model.cancelled);
        assertThat(played.path("nightsHeldAtEnd").asInt())
                .isEqualTo(model.taken.values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
        assertThat(played.path("digest").asText()).isEqualTo(Outcome.digest(model.refused));
    }

    @Test
    void saysWhatIsWrongAndChangesNothing() throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "one,two\n1,2\n");
        assertThat(replay("--builtin", "--hotel", "No Hotel", "--capacity", "A=1"))
                .isEqualTo(1);
        assertThat(replay("--builtin", "--hotel", "City Hotel", "--capacity", "A=1"))
                .isEqualTo(1);
        assertThat(replay(other.toString(), "--hotel", "City Hotel", "--capacity", "A=1"))
                .isEqualTo(1);
        assertThat(replay(folder.resolve("none").toString(), "--hotel", "City Hotel", "--capacity", "A=1"))
                .isEqualTo(2);
        assertThat(replay("--builtin", "--hotel", "City Hotel", "--capacity", "A=many"))
                .isEqualTo(2);
        assertThat(replay("--builtin", "--hotel", "City Hotel", "--capacity", "A=1", "--clients", "0"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("no hotel \"No Hotel\"")
                .contains("No capacity is given for the room types [B, C, D, E, F, G")
                .contains("not a booking history")
                .contains("There is no file")
                .contains("--clients from 1");
        assertThat(server.server()
                        .database()
                        .<Integer>read(tx -> tx.list("select id from site", row -> row.text("id"))
                                .size()))
                .isEqualTo(1);
    }

    /// Counts rooms in a map.
    private static final class Model {

        private final Map<String, Integer> taken = new HashMap<>();
        private final Set<Integer> accepted = new HashSet<>();
        private final List<Integer> refused = new ArrayList<>();
        private int rows;
        private int skipped;
        private int cancelled;

        private record Event(LocalDate date, int kind, int row, List<String> nights, int rooms) {}

        static Model of(String hotel, String capacities, LocalDate from, LocalDate to) throws IOException {
            Map<String, Integer> rooms = new HashMap<>();
            for (String capacity : capacities.split(",", -1)) {
                rooms.put(capacity.substring(0, 1), Integer.valueOf(capacity.substring(2)));
            }
            Model model = new Model();
            List<Event> events = new ArrayList<>();
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(HotelImport.builtIn()), StandardCharsets.UTF_8))) {
                List<String> header = Arrays.asList(lines.readLine().split(",", -1));
                List<String> all = lines.lines()
                        .filter(line -> line.startsWith(hotel + ","))
                        .toList();
                for (int row = 0; row < all.size(); row++) {
                    String[] fields = all.get(row).split(",", -1);
                    LocalDate arrival = LocalDate.of(
                            Integer.parseInt(fields[header.indexOf("arrival_date_year")]),
                            Month.valueOf(fields[header.indexOf("arrival_date_month")].toUpperCase(Locale.ROOT)),
                            Integer.parseInt(fields[header.indexOf("arrival_date_day_of_month")]));
                    if (!arrival.isBefore(from) && arrival.isBefore(to)) {
                        model.add(events, header, fields, arrival, row, rooms);
                    }
                }
            }
            events.sort(Comparator.comparing(Event::date)
                    .thenComparingInt(Event::kind)
                    .thenComparingInt(Event::row));
            events.forEach(model::apply);
            return model;
        }

        private void add(
                List<Event> events,
                List<String> header,
                String[] fields,
                LocalDate arrival,
                int row,
                Map<String, Integer> rooms) {
            rows++;
            int nights = Integer.parseInt(fields[header.indexOf("stays_in_weekend_nights")])
                    + Integer.parseInt(fields[header.indexOf("stays_in_week_nights")]);
            if (nights == 0) {
                skipped++;
                return;
            }
            String room = fields[header.indexOf("reserved_room_type")];
            List<String> stay = IntStream.range(0, nights)
                    .mapToObj(night -> room + arrival.plusDays(night))
                    .toList();
            LocalDate booked = arrival.minusDays(Integer.parseInt(fields[header.indexOf("lead_time")]));
            events.add(new Event(booked, 0, row, stay, rooms.getOrDefault(room, 0)));
            if (fields[header.indexOf("reservation_status")].equals("Canceled")) {
                LocalDate given = LocalDate.parse(fields[header.indexOf("reservation_status_date")]);
                events.add(new Event(given, 1, row, stay, 0));
            }
        }

        private void apply(Event event) {
            if (event.kind() == 1 && accepted.contains(event.row())) {
                cancelled++;
                event.nights().forEach(night -> taken.merge(night, -1, Integer::sum));
            } else if (event.kind() == 0) {
                boolean free = event.nights().stream().allMatch(night -> taken.getOrDefault(night, 0) < event.rooms());
                if (free) {
                    accepted.add(event.row());
                    event.nights().forEach(night -> taken.merge(night, 1, Integer::sum));
                } else {
                    refused.add(event.row());
                }
            }
        }
    }
}
