package dev.keyrack.kiosk.attendant;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.session.SignInOutcome;
import dev.keyrack.client.store.SettingStore;
import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.identity.SignIn;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Which device this kiosk is, as it was told at set-up and remembers in the encrypted store.
public final class DeviceAccount {

    private static final String NAME = "kiosk:device-name";
    private static final String SECRET = "kiosk:device-secret";
    private static final String PRINTER = "kiosk:printer-folder";

    private final ClientRuntime runtime;

    public DeviceAccount(ClientRuntime runtime) {
        this.runtime = runtime;
    }

    /// How signing in went.
    public sealed interface Entry {

        record Entered(Site site) implements Entry {}

        /// The account is not one of a kiosk with a house.
        record NoKiosk() implements Entry {}

        record Refused() implements Entry {}

        record Silent() implements Entry {}
    }

    /// Empty before the first set-up.
    public Optional<SignIn> find() {
        SettingStore settings = runtime.settings();
        return settings.find(NAME).flatMap(name -> settings.find(SECRET).map(secret -> new SignIn(name, secret)));
    }

    public void remember(SignIn account, String printer) {
        SettingStore settings = runtime.settings();
        settings.put(NAME, account.name());
        settings.put(SECRET, account.password());
        settings.put(PRINTER, printer);
    }

    /// Where the printer takes its work from; empty where there is none.
    public Optional<Path> printerFolder() {
        return runtime.settings()
                .find(PRINTER)
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
    }

    /// Blocks.
    public Entry signIn(SignIn account) {
        return switch (runtime.signIn(account)) {
            case SignInOutcome.Online(Role role, List<Site> sites) -> entry(role, sites);
            case SignInOutcome.Offline(Role role, List<Site> sites) -> entry(role, sites);
            case SignInOutcome.Refused(var problem) ->
                problem.status() >= 500 || problem.status() == 429 ? new Entry.Silent() : new Entry.Refused();
            case SignInOutcome.Unanswered _ -> new Entry.Silent();
        };
    }

    private static Entry entry(Role role, List<Site> sites) {
        return role == Role.KIOSK && sites.size() == 1 ? new Entry.Entered(sites.getFirst()) : new Entry.NoKiosk();
    }
}
