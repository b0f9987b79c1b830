package dev.keyrack.kiosk.attendant;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.session.SignInOutcome;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Which device this kiosk is, and where it prints, as it was told at set-up and remembers in the encrypted store.
public final class DeviceAccount {

    private static final String PRINTER = "kiosk:printer-folder";

    private final ClientRuntime runtime;

    public DeviceAccount(ClientRuntime runtime) {
        this.runtime = runtime;
    }

    /// How signing in went.
    public sealed interface Entry {

        record Entered(Site site) implements Entry {}

        /// The code or the key is not good, or not any more.
        record Refused() implements Entry {}

        /// Somebody took the device out of service, and may put it back.
        record Retired() implements Entry {}

        /// Nothing was answered, or too many ask.
        record Silent() implements Entry {}
    }

    /// Whether it was set up.
    public boolean isKnown() {
        return runtime.device().isEnrolled();
    }

    public void rememberPrinter(String folder) {
        runtime.settings().put(PRINTER, folder);
    }

    /// Where the printer takes its work from; empty where there is none.
    public Optional<Path> printerFolder() {
        return runtime.settings()
                .find(PRINTER)
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
    }

    /// Becomes the device whose code it is. Blocks.
    public Entry enrol(String code) {
        return entry(runtime.device().enrol(code));
    }

    /// Blocks.
    public Entry signIn() {
        return entry(runtime.device().signIn());
    }

    private static Entry entry(SignInOutcome outcome) {
        return switch (outcome) {
            case SignInOutcome.Online(Role _, List<Site> sites) -> new Entry.Entered(sites.getFirst());
            case SignInOutcome.Offline(Role _, List<Site> sites) -> new Entry.Entered(sites.getFirst());
            case SignInOutcome.Refused(Problem problem) -> refused(problem);
            case SignInOutcome.Unanswered _ -> new Entry.Silent();
        };
    }

    private static Entry refused(Problem problem) {
        if (problem.status() >= 500 || problem.type() == ProblemType.TOO_MANY_REQUESTS) {
            return new Entry.Silent();
        }
        return problem.type() == ProblemType.DEVICE_RETIRED ? new Entry.Retired() : new Entry.Refused();
    }
}
