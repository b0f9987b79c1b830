package dev.keyrack.server.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The server in a process of its own, with a heap of its own, which can be killed.
public final class ServerProgram implements AutoCloseable {

    private static final String LISTENS = "Keyrack listens at ";
    private static final Pattern USED = Pattern.compile("used (?<kib>\\d+)K");
    private static final int KIB_IN_MIB = 1024;

    private final Process process;
    private final URI uri;
    private final long nanos;

    private ServerProgram(Process process, URI uri, long nanos) {
        this.process = process;
        this.uri = uri;
        this.nanos = nanos;
    }

    /// Starts it, and returns when it takes requests.
    ///
    /// @param heapMib the most heap that it may have
    /// @param options of `keyrack server`
    /// @throws IOException if it ends before
    public static ServerProgram start(int heapMib, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                javaTool("java"),
                "-Xmx" + heapMib + "m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.keyrack.server.Main",
                "server",
                "--port",
                "0"));
        command.addAll(options);
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        while (line != null && !line.startsWith(LISTENS)) {
            line = process.inputReader(StandardCharsets.UTF_8).readLine();
        }
        if (line == null) {
            throw new IOException("the server did not start");
        }
        return new ServerProgram(process, URI.create(line.substring(LISTENS.length())), System.nanoTime() - began);
    }

    private static String javaTool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    public URI uri() {
        return uri;
    }

    /// How long it took from the start of the process until it took requests.
    public double startedInMillis() {
        return nanos / 1e6;
    }

    /// The heap in use after a full collection.
    public long heapMib() throws IOException {
        ask("GC.run");
        Matcher used = USED.matcher(ask("GC.heap_info"));
        if (!used.find()) {
            throw new IOException("the heap of the server is not told");
        }
        return Long.parseLong(used.group("kib")) / KIB_IN_MIB;
    }

    private String ask(String question) throws IOException {
        Process asking = new ProcessBuilder(javaTool("jcmd"), Long.toString(process.pid()), question)
                .redirectErrorStream(true)
                .start();
        return new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /// Kills it as `kill -9` does, at once.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
