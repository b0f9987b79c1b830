package dev.keyrack.server.rig;

import dev.keyrack.server.persistence.DatabaseUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A PostgreSQL of its own that can be killed as a whole and started again on what is left.
public final class KillablePostgres implements AutoCloseable {

    private static final String READY = "ready to accept connections";

    private final EmbeddedPostgres first;
    private final Path folder;
    private final List<String> command = new ArrayList<>();
    private final String url;
    private ProcessHandle postmaster;

    /// @param folder for its data
    public KillablePostgres(Path folder) throws IOException {
        this.folder = folder;
        first = TestDatabase.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .start();
        postmaster = running();
        ProcessHandle.Info info = postmaster.info();
        if (Files.getOwner(folder).getName().equals("root")) {
            // it refuses root, who is nobody in a namespace of his own
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(info.command().orElseThrow());
        command.addAll(List.of(info.arguments().orElseThrow()));
        url = DatabaseUrl.postgresql(first.getJdbcUrl("postgres", "postgres"));
    }

    private ProcessHandle running() throws IOException {
        String pid =
                Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /// By which a server opens it.
    public String url() {
        return url;
    }

    /// Kills all its processes as `kill -9` does, at once.
    public void kill() {
        List<ProcessHandle> all = new ArrayList<>(List.of(postmaster));
        all.addAll(postmaster.descendants().toList());
        all.forEach(ProcessHandle::destroyForcibly);
        all.stream().map(ProcessHandle::onExit).forEach(CompletableFuture::join);
    }

    /// Starts it again, and waits until it is there.
    public void restart() throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.contains(READY)) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
                postmaster = running();
                return;
            }
        }
        throw new IOException("PostgreSQL did not start again: " + said);
    }

    @Override
    public void close() throws IOException {
        first.close();
    }
}
