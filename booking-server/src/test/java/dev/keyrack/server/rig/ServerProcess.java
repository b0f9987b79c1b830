package dev.keyrack.server.rig;

import dev.keyrack.server.ServerAssembly;
import dev.keyrack.server.ServerConfig;
import dev.keyrack.server.catalog.CatalogService;
import dev.keyrack.server.persistence.Durability;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// A server in a process of its own, which can be killed.
public final class ServerProcess {

    private static final String READY = "listens at ";

    private final Process process;
    private final URI uri;

    private ServerProcess(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /// What the other process runs: a server with one room type of plenty.
    public static void main(String... arguments) {
        Path folder = Path.of(arguments[0]);
        ServerConfig config = new ServerConfig(
                folder, arguments[1], "127.0.0.1", 0, null, Durability.valueOf(arguments[2]), Clock.systemUTC());
        ServerAssembly server = new ServerAssembly(config);
        server.start();
        boolean empty =
                server.database().read(tx -> server.catalog().listResources(tx)).isEmpty();
        if (empty) {
            CatalogService catalog = server.catalog();
            server.database().write(tx -> {
                catalog.addSite(tx, Sample.site("America/New_York"));
                return catalog.addResource(tx, Sample.RESOURCE, Sample.SITE, Sample.nights(1_000_000));
            });
        }
        System.out.println(READY + server.uri());
        System.out.flush();
    }

    /// Starts a server on a folder's database and waits until it takes requests.
    public static ServerProcess start(Path folder, Durability durability) throws IOException {
        return start(folder, TestDatabase.url(folder), durability);
    }

    /// Starts one on any database.
    public static ServerProcess start(Path folder, String url, Durability durability) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(List.of(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Djdk.virtualThreadScheduler.parallelism=16",
                        ServerProcess.class.getName(),
                        folder.toString(),
                        url,
                        durability.name()))
                .redirectError(new File(folder.toFile(), "errors.log"))
                .start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(System.out::println));
                return new ServerProcess(process, URI.create(line.substring(READY.length())));
            }
        }
        throw new IOException("the server did not start; see errors.log in " + folder);
    }

    public URI uri() {
        return uri;
    }

    /// What its threads are doing, for a person to read.
    public String threads() throws IOException, InterruptedException {
        Path jstack = Path.of(System.getProperty("java.home"), "bin", "jstack");
        Process asking = new ProcessBuilder(jstack.toString(), Long.toString(process.pid()))
                .redirectErrorStream(true)
                .start();
        String answer = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asking.waitFor();
        return answer;
    }

    /// Stops it in the middle of whatever it does, until it is told to go on.
    public void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    /// Lets it go on as if no time had passed.
    public void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start();
        if (kill.waitFor() != 0) {
            throw new IOException("the server cannot be told " + name);
        }
    }

    /// Kills it as `kill -9` does, at once.
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
