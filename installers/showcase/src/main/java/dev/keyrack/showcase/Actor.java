package dev.keyrack.showcase;

import dev.keyrack.client.api.ClientJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A program in a process of its own, with a person before it who does as told: one line of JSON for each wish, one for
/// what came of it.
final class Actor implements AutoCloseable {

    private static final int PATIENCE_MINUTES = 3;

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter wishes;

    /// What the person shall do.
    record Wish(String act, List<String> with) {}

    /// What came of it.
    ///
    /// @param failure why it did not work, or null
    record Outcome(String result, @Nullable String failure) {}

    private Actor(Process process) {
        this.process = process;
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        wishes = new PrintWriter(process.getOutputStream(), false, StandardCharsets.UTF_8);
    }

    /// @param screen size of the screen that nobody sees, such as `1080x1920`
    static Actor start(Class<?> main, String screen, Path pictures, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dslf4j.internal.verbosity=ERROR",
                "-Dglass.platform=Monocle",
                "-Dmonocle.platform=Headless",
                "-Dheadless.geometry=" + screen + "-32",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                pictures.toString()));
        command.addAll(arguments);
        return new Actor(new ProcessBuilder(command)
                .redirectError(pictures.resolve(main.getSimpleName() + ".log").toFile())
                .start());
    }

    /// @return what the person saw
    /// @throws IOException if it did not work
    String ask(String act, String... with) throws IOException {
        wishes.println(ClientJson.write(new Wish(act, List.of(with))));
        wishes.flush();
        String line = answer(act);
        if (line == null) {
            throw new IOException(act + ": the program has ended");
        }
        Outcome outcome = ClientJson.read(line, Outcome.class);
        if (outcome.failure() != null) {
            throw new IOException(act + ": " + outcome.failure());
        }
        return outcome.result();
    }

    private @Nullable String answer(String act) throws IOException {
        FutureTask<@Nullable String> reading = new FutureTask<>(answers::readLine);
        Thread.ofVirtual().start(reading);
        try {
            return reading.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
        } catch (TimeoutException e) {
            throw new IOException(act + ": the program hangs", e);
        } catch (ExecutionException e) {
            throw new IOException(act + ": the program was not heard", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(act + ": interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        wishes.close();
    }
}
