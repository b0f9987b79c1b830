package dev.keyrack.server;

import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.device.NewDevice;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.server.device.DeviceService;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.identity.IdentityService;
import dev.keyrack.server.identity.NewAccount;
import dev.keyrack.server.persistence.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The desk, the kiosk and the card terminal of the demonstration, each in a process of its own, started by the
/// launcher.
final class DemoPrograms {

    private static final SiteId SITE = new SiteId("sit_city");

    private final Path home;
    private final URI server;
    private final Accounts accounts;
    private final PrintWriter out;

    /// @param home the folder of the launcher
    DemoPrograms(Path home, URI server, Accounts accounts, PrintWriter out) {
        this.home = home;
        this.server = server;
        this.accounts = accounts;
        this.out = out;
    }

    /// Who works at the demonstration's desk, and the code of the kiosk beside it.
    record Accounts(SignIn desk, String kiosk) {}

    /// What the driver of the screens is told; on its standard input, since arguments can be seen by everybody.
    private record Stage(URI server, SignIn desk, String kiosk) {}

    static Accounts accounts(IdentityService identity, DeviceService devices) {
        return new Accounts(
                identity.createAccount(
                        Caller.SYSTEM,
                        new NewAccount(
                                "desk@localhost", Role.MANAGER, SITE, new UserDetails("Marta", "Silva", null, null))),
                devices.create(Caller.SYSTEM, new NewDevice("Lobby", SITE)).code());
    }

    /// Whether there is a screen to open windows on.
    static boolean hasDisplay() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        return !linux || System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    }

    /// Opens all windows, and returns.
    void open() throws IOException {
        start(List.of("terminal"));
        start(List.of("desk", "--server", server.toString(), "--folder", folder("desk")));
        start(List.of("kiosk", "--server", server.toString(), "--folder", folder("kiosk")));
        out.println("The desk, a kiosk and a simulated card terminal open.");
        out.println("  desk:  sign in as " + accounts.desk().name() + " with "
                + accounts.desk().password());
        out.println("  kiosk: its code is " + accounts.kiosk());
        out.flush();
    }

    private String folder(String program) {
        return home.resolve("target/demo").resolve(program).toString();
    }

    /// Drives the real screens, unseen.
    ///
    /// @return whether everything went as it should
    boolean drive() throws IOException, InterruptedException {
        out.printf("%n== Desk and kiosk are driven; pictures are left in target/demo/%n");
        out.flush();
        Process driver = start(List.of("showcase"));
        try (OutputStream stage = driver.getOutputStream()) {
            stage.write(Json.write(new Stage(server, accounts.desk(), accounts.kiosk()))
                    .getBytes(StandardCharsets.UTF_8));
        }
        return driver.waitFor() == 0;
    }

    private Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(
                System.getProperty("keyrack.launcher", home.resolve("keyrack").toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
