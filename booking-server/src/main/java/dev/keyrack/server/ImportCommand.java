package dev.keyrack.server;

import dev.keyrack.server.operation.HotelImport;
import dev.keyrack.server.operation.ImportReport;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.DatabaseException;
import dev.keyrack.server.sync.ChangeFeed;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `keyrack import`: seeds a data folder from a booking history.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Seeds a data folder from a booking history; the server must not be running.")
final class ImportCommand implements Callable<Integer> {

    private static final String REPORT = "import-report.csv";

    @ArgGroup(multiplicity = "1")
    private HistorySource source = new HistorySource();

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(
            names = "--around",
            paramLabel = "DAYS",
            defaultValue = "0",
            description = "only stays from DAYS ago to four times DAYS ahead; 0 for all")
    private int around;

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock;

    ImportCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter out = writer();
        try (InputStream history = source.open();
                Database database = data.open()) {
            HotelImport hotels = new HotelImport(database, new ChangeFeed(), clock);
            HotelImport.Span span =
                    around <= 0 ? HotelImport.Span.all() : HotelImport.Span.around(hotels.today(), around);
            ImportReport report = hotels.run(history, span, line -> {
                out.println(line);
                out.flush();
            });
            report.write(data.folder().resolve(REPORT));
            report.summary().forEach(out::println);
            out.println("Each skipped row and why: " + data.folder().resolve(REPORT));
            out.flush();
            return 0;
        } catch (NoSuchFileException e) {
            out.println("There is no file " + e.getMessage() + ".");
            out.flush();
            return 2;
        } catch (IOException | IllegalStateException | DatabaseException e) {
            out.println(e.getMessage());
            out.flush();
            return 1;
        }
    }

    private PrintWriter writer() {
        if (spec == null) {
            throw new IllegalStateException("not run by picocli");
        }
        return spec.commandLine().getOut();
    }
}
