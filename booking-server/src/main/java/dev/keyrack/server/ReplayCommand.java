package dev.keyrack.server;

import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.server.operation.HotelHistory;
import dev.keyrack.server.persistence.Json;
import dev.keyrack.server.replay.Outcome;
import dev.keyrack.server.replay.Replay;
import dev.keyrack.server.replay.ReplayException;
import dev.keyrack.server.replay.Script;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `keyrack replay`: plays a booking history against a running server, and prints one line of JSON.
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Plays a hotel's booking history against a running server: opens a new site with these room types,"
                        + " makes and cancels the bookings in their order, and prints what came of it as one line of JSON.")
final class ReplayCommand implements Callable<Integer> {

    private static final int MOST_ROOMS = 1_000_000;
    private static final int MOST_CLIENTS = 1_000;

    @ArgGroup(multiplicity = "1")
    private HistorySource source = new HistorySource();

    @Option(names = "--hotel", required = true, description = "the hotel as the history names it")
    private String hotel;

    @Option(
            names = "--capacity",
            required = true,
            split = ",",
            paramLabel = "TYPE=ROOMS",
            description = "how many rooms there are of each type, such as A=217,B=14")
    private Map<String, Integer> capacities = new TreeMap<>();

    @Option(names = "--from", paramLabel = "DATE", description = "the first arrival in the history that is played")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "the arrivals from then on are not played")
    private @Nullable LocalDate to;

    @Option(
            names = "--clients",
            defaultValue = "1",
            description = "requests at a time; the outcome stays the same (default: ${DEFAULT-VALUE})")
    private int clients;

    @Option(
            names = "--server",
            defaultValue = "http://127.0.0.1:8080/",
            description = "where the server listens (default: ${DEFAULT-VALUE})")
    private URI server;

    @Option(
            names = "--user",
            defaultValue = "admin@localhost",
            description = "an administrator of the server (default: ${DEFAULT-VALUE})")
    private String user;

    @Option(
            names = "--password",
            required = true,
            arity = "0..1",
            interactive = true,
            defaultValue = "${env:KEYRACK_PASSWORD}",
            description = "the administrator's; asked for if nothing follows, else taken from KEYRACK_PASSWORD")
    private String password;

    @Spec
    private CommandSpec spec;

    private final Clock clock;

    @SuppressWarnings("NullAway.Init")
    ReplayCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        requireSense();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (InputStream history = source.open()) {
            Script script = Script.of(HotelHistory.readAll(history), hotel, from, to);
            Outcome outcome =
                    new Replay(server, new SignIn(user, password), clock).play(script, hotel, capacities, clients);
            out.println(Json.write(outcome));
            out.flush();
            return 0;
        } catch (NoSuchFileException e) {
            err.println("There is no file " + e.getMessage() + ".");
            return 2;
        } catch (IOException | UncheckedIOException | ReplayException | IllegalArgumentException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private void requireSense() {
        require(clients >= 1 && clients <= MOST_CLIENTS, "expected --clients from 1 to " + MOST_CLIENTS);
        capacities.forEach((room, count) -> require(
                !room.isBlank() && count != null && count >= 0 && count <= MOST_ROOMS,
                "expected room types and their rooms in --capacity, such as A=217,B=14"));
        require(server.getHost() != null, "expected an address such as http://127.0.0.1:8080/ as --server");
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
