package dev.keyrack.server;

import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.identity.NewAccount;
import dev.keyrack.server.notice.SmtpConfig;
import dev.keyrack.server.persistence.Durability;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What an operator starts.
@Command(
        name = "keyrack",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "A booking system for places that sell nights, appointments and tickets.",
        subcommands = {Main.Server.class, Main.AddUser.class})
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        Clock clock = Clock.systemUTC();
        System.exit(new CommandLine(new Main())
                .addSubcommand(new ImportCommand(clock))
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new DemoCommand(clock))
                .execute(arguments));
    }

    /// Runs a site until it is told to stop.
    @Command(name = "server", description = "Runs a site until SIGTERM or Ctrl+C.")
    static final class Server implements Callable<Integer> {

        @Spec
        private CommandSpec command;

        @Option(names = "--data", defaultValue = "data", description = "The data folder (default: ${DEFAULT-VALUE}).")
        private Path folder;

        @Option(
                names = "--host",
                defaultValue = "127.0.0.1",
                description = "Where to listen (default: ${DEFAULT-VALUE}).")
        private String host;

        @Option(names = "--port", defaultValue = "8080", description = "The port (default: ${DEFAULT-VALUE}).")
        private int port;

        @Option(
                names = "--smtp",
                description = "HOST:PORT that takes mail; without it mail is written into the data folder.")
        private @Nullable String smtp;

        @Option(names = "--mail-from", defaultValue = "keyrack@localhost", description = "The sender of mail.")
        private String mailFrom;

        @SuppressWarnings("NullAway.Init")
        Server() {}

        @Override
        public Integer call() throws InterruptedException {
            SmtpConfig mail = smtp == null ? null : SmtpConfig.parse(smtp, mailFrom);
            ServerConfig config = new ServerConfig(folder, host, port, mail, Durability.DISK, Clock.systemUTC());
            PrintWriter out = command.commandLine().getOut();
            CountDownLatch stopped = new CountDownLatch(1);
            ServerAssembly server = new ServerAssembly(config);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                stopped.countDown();
            }));
            Optional<SignIn> administrator = server.start();
            out.println("Keyrack listens at " + server.uri());
            administrator.ifPresent(account -> out.println("First administrator: " + account.name() + "  password: "
                    + account.password() + "  (shown this once)"));
            out.flush();
            stopped.await();
            return 0;
        }
    }

    /// Adds an account for staff or a device.
    @Command(name = "user", description = "Adds an account and prints its password once. The server must not run.")
    static final class AddUser implements Callable<Integer> {

        @Spec
        private CommandSpec command;

        @Parameters(index = "0", description = "What one signs in with: an e-mail address or a device's name.")
        private String name;

        @Option(names = "--role", required = true, description = "front_desk, manager, provider_admin or kiosk.")
        private String role;

        @Option(names = "--site", description = "The site it belongs to; without it, all sites.")
        private @Nullable String site;

        @Option(names = "--first-name", defaultValue = "New")
        private String firstName;

        @Option(names = "--last-name", defaultValue = "Colleague")
        private String lastName;

        @Option(names = "--data", defaultValue = "data", description = "The data folder (default: ${DEFAULT-VALUE}).")
        private Path folder;

        @SuppressWarnings("NullAway.Init")
        AddUser() {}

        @Override
        public Integer call() {
            PrintWriter out = command.commandLine().getOut();
            NewAccount account = new NewAccount(
                    name,
                    Role.valueOf(role.toUpperCase(Locale.ROOT)),
                    site == null ? null : new SiteId(site),
                    new UserDetails(firstName, lastName, null, null));
            try (ServerAssembly server = new ServerAssembly(ServerConfig.onLoopback(folder, 0, Clock.systemUTC()))) {
                SignIn made = server.identity().createAccount(Caller.SYSTEM, account);
                out.println(made.name() + "  password: " + made.password() + "  (shown this once)");
                return 0;
            } catch (ProblemException e) {
                out.println(e.problem().detail());
                return 1;
            }
        }
    }
}
