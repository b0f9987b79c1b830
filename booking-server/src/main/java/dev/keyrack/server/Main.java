package dev.keyrack.server;

import dev.keyrack.contract.booking.UserDetails;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.identity.SignIn;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.server.gate.CertificateFiles;
import dev.keyrack.server.gate.GateConfig;
import dev.keyrack.server.gate.GateOptions;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.identity.NewAccount;
import dev.keyrack.server.notice.SmtpConfig;
import dev.keyrack.server.persistence.Durability;
import dev.keyrack.server.privacy.RetentionConfig;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
        subcommands = {Main.Server.class, Main.User.class})
public final class Main {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    public static void main(String... arguments) {
        // pictures are drawn and scaled without asking for a screen
        System.setProperty("java.awt.headless", "true");
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        Clock clock = Clock.systemUTC();
        return new CommandLine(new Main())
                .addSubcommand(new ImportCommand(clock))
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new DemoCommand(clock))
                .addSubcommand(new ReplayCommand(clock))
                .addSubcommand(new CommandLine(new BenchCommand())
                        .addSubcommand(new BenchCommand.Booking(clock))
                        .addSubcommand(new BenchCommand.Day(clock))
                        .addSubcommand(new BenchCommand.Connected(clock))
                        .addSubcommand(new BenchCommand.Ready(clock))
                        .addSubcommand(new StormCommand(clock))
                        .addSubcommand(new SoakCommand(clock))
                        .addSubcommand(new FuzzCommand(clock)))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(SiteId.class, SiteId::new)
                .setExecutionExceptionHandler((failure, command, _) -> {
                    LOG.error("{} failed", command.getCommandName(), failure);
                    command.getErr().println("keyrack: " + sentence(failure));
                    return 1;
                });
    }

    /// What happened and its deepest cause, each in its own words.
    private static String sentence(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return failure.getCause() == null
                ? String.valueOf(failure.getMessage())
                : failure.getMessage() + ": " + cause.getMessage();
    }

    /// Runs a site until it is told to stop.
    @Command(name = "server", mixinStandardHelpOptions = true, description = "Runs a site until SIGTERM or Ctrl+C.")
    static final class Server implements Callable<Integer> {

        @Spec
        private CommandSpec command;

        @Mixin
        private DataOptions data = new DataOptions();

        @Option(
                names = "--host",
                defaultValue = "127.0.0.1",
                description = "Where to listen (default: ${DEFAULT-VALUE}).")
        private String host;

        @Mixin
        private GateOptions gate = new GateOptions();

        @Option(names = "--port", defaultValue = "8080", description = "The port (default: ${DEFAULT-VALUE}).")
        private int port;

        @Option(
                names = "--smtp",
                description = "HOST:PORT that takes mail; without it mail is written into the data folder.")
        private @Nullable String smtp;

        @Option(names = "--mail-from", defaultValue = "keyrack@localhost", description = "The sender of mail.")
        private String mailFrom;

        @Option(
                names = "--keep-bookings",
                paramLabel = "DAYS",
                defaultValue = "1095",
                description = "How many days after the departure it is still known whose a booking was; 0 for ever"
                        + " (default: ${DEFAULT-VALUE}).")
        private int keepBookings;

        @SuppressWarnings("NullAway.Init")
        Server() {}

        @Override
        public Integer call() throws InterruptedException {
            SmtpConfig mail = smtp == null ? null : SmtpConfig.parse(smtp, mailFrom);
            Clock clock = Clock.systemUTC();
            GateConfig way = gate.config(data.folder(), host, clock);
            ServerConfig config = new ServerConfig(
                            data.folder(), data.url(), host, port, mail, Durability.DISK, clock, way)
                    .keeping(new RetentionConfig(keepBookings));
            PrintWriter out = command.commandLine().getOut();
            ServerAssembly server = new ServerAssembly(config);
            server.start();
            Optional<String> setUp = server.identity().createSetUpCode();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
            out.println("Keyrack listens at " + server.uri());
            CertificateFiles certificate = way.certificate();
            if (certificate != null) {
                out.println("Clients know it by --certificate " + certificate.pin());
            }
            setUp.ifPresent(code -> printSetUp(out, server.uri(), code));
            out.flush();
            new CountDownLatch(1).await();
            return 0;
        }

        private static void printSetUp(PrintWriter out, URI server, String code) {
            out.println("There is no administrator yet. Set-up code, good for a day and once: " + code);
            out.println("  curl '" + server.resolve("/api/v1/setup") + "' -H 'Content-Type: application/json' -d '"
                    + "{\"code\": \"" + code + "\", \"administrator\": {\"password\": \"...\", \"userDetails\":"
                    + " {\"firstName\": \"...\", \"lastName\": \"...\", \"email\": \"...\"}}}'");
        }

        /// Drains. A signal that was obeyed is a success, which the JVM would say otherwise.
        private static void stop(ServerAssembly server) {
            int status = 1;
            try {
                server.close();
                status = 0;
            } catch (RuntimeException e) {
                LOG.error("The server did not stop cleanly", e);
            } finally {
                Runtime.getRuntime().halt(status);
            }
        }
    }

    /// What concerns accounts.
    @Command(
            name = "user",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND",
            description = "Accounts of staff.",
            subcommands = AddUser.class)
    static final class User {}

    /// Adds an account for staff.
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds an account and prints its password once. The server must not run.")
    static final class AddUser implements Callable<Integer> {

        @Spec
        private CommandSpec command;

        @Parameters(index = "0", description = "What one signs in with: an e-mail address or a name.")
        private String name;

        @Option(names = "--role", required = true, description = "front_desk, manager or provider_admin.")
        private Role role;

        @Option(names = "--site", description = "The site it belongs to; without it, all sites.")
        private @Nullable SiteId site;

        @Option(names = "--first-name", defaultValue = "New")
        private String firstName;

        @Option(names = "--last-name", defaultValue = "Colleague")
        private String lastName;

        @Mixin
        private DataOptions data = new DataOptions();

        @SuppressWarnings("NullAway.Init")
        AddUser() {}

        @Override
        public Integer call() {
            PrintWriter out = command.commandLine().getOut();
            if (role == Role.KIOSK) {
                out.println("A kiosk is made known at the desk, which shows a code for it.");
                out.flush();
                return 1;
            }
            NewAccount account = new NewAccount(name, role, site, new UserDetails(firstName, lastName, null, null));
            try (ServerAssembly server = new ServerAssembly(new ServerConfig(
                    data.folder(), data.url(), "127.0.0.1", 0, null, Durability.DISK, Clock.systemUTC()))) {
                SignIn made = server.identity().createAccount(Caller.SYSTEM, account);
                out.println(made.name() + "  password: " + made.password() + "  (shown this once)");
                return 0;
            } catch (ProblemException e) {
                out.println(e.problem().detail());
                return 1;
            } finally {
                out.flush();
            }
        }
    }
}
