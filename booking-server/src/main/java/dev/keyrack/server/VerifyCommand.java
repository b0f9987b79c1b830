package dev.keyrack.server;

import dev.keyrack.server.audit.HeadFile;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.DatabaseException;
import dev.keyrack.server.verification.Verification;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `keyrack verify`: checks a data folder; exit code 0 only if every promise holds.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks every invariant of the data; on H2 the server must not be running.")
final class VerifyCommand implements Callable<Integer> {

    private static final int MOST_NAMED = 20;

    @Mixin
    private DataOptions data = new DataOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("not run by picocli");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (data.isFile() && !Files.exists(data.folder().resolve("keyrack.mv.db"))) {
            out.println("There is no data in " + data.folder() + ".");
            return 2;
        }
        try (Database database = data.open()) {
            return print(new Verification(database, new HeadFile(data.folder()).read()).run(), out) ? 0 : 1;
        } catch (DatabaseException | IllegalStateException | UncheckedIOException e) {
            out.println(e.getMessage());
            return 2;
        } finally {
            out.flush();
        }
    }

    /// Prints the checks and the rows that fail.
    ///
    /// @return whether all hold
    static boolean print(List<Verification.Check> checks, PrintWriter out) {
        for (Verification.Check check : checks) {
            out.printf("%-6s %,9d  %s%n", check.holds() ? "ok" : "FAILED", check.counted(), check.name());
            check.faults().stream().limit(MOST_NAMED).forEach(fault -> out.println("       " + fault));
            if (check.faults().size() > MOST_NAMED) {
                out.printf("       and %,d more%n", check.faults().size() - MOST_NAMED);
            }
        }
        out.flush();
        return checks.stream().allMatch(Verification.Check::holds);
    }
}
