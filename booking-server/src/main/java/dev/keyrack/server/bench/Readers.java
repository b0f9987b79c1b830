package dev.keyrack.server.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.atomic.AtomicBoolean;

/// Many clients that listen for news and do nothing else, in a process of their own: their sockets and their memory are
/// not the server's.
public final class Readers implements AutoCloseable {

    private static final int BUFFER = 65_536;
    private static final String CONNECTED = "connected";

    private final Process process;

    private Readers(Process process) {
        this.process = process;
    }

    /// Connects so many, and returns when each has been welcomed.
    ///
    /// @throws IOException if not all are
    public static Readers connect(URI server, String token, int readers) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Readers.class.getName(),
                        server.toString(),
                        token,
                        Integer.toString(readers)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = process.inputReader().readLine();
        if (!CONNECTED.equals(said)) {
            process.destroy();
            throw new IOException("not all readers could connect");
        }
        return new Readers(process);
    }

    /// Ends them.
    ///
    /// @return how many were still connected, and how many octets all of them got together
    public long[] leave() throws IOException {
        process.outputWriter().close();
        String[] counts = process.inputReader().readLine().split(" ", -1);
        return new long[] {Long.parseLong(counts[0]), Long.parseLong(counts[1])};
    }

    @Override
    public void close() {
        process.destroy();
    }

    /// What the process runs: server, token, number of readers. It ends with its standard input.
    public static void main(String... arguments) throws IOException {
        URI server = URI.create(arguments[0]);
        int readers = Integer.parseInt(arguments[2]);
        byte[] request = ("GET /api/v1/sync/poke HTTP/1.1\r\nHost: " + server.getAuthority()
                        + "\r\nAccept: text/event-stream\r\nAuthorization: Bearer " + arguments[1] + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        try (Selector selector = Selector.open()) {
            for (int reader = 0; reader < readers; reader++) {
                SocketChannel channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
                channel.write(ByteBuffer.wrap(request));
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ);
            }
            listen(selector, readers);
        }
    }

    private static void listen(Selector selector, int readers) throws IOException {
        AtomicBoolean over = new AtomicBoolean();
        Thread.ofVirtual().start(() -> {
            // nothing is ever sent: this waits for the end
            over.set(!new Scanner(System.in, StandardCharsets.UTF_8).hasNext());
            selector.wakeup();
        });
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        long octets = 0;
        int welcomed = 0;
        while (!over.get()) {
            selector.select();
            for (SelectionKey key : selector.selectedKeys()) {
                int read = ((SocketChannel) key.channel()).read(buffer.clear());
                if (read < 0) {
                    key.cancel();
                    continue;
                }
                octets += read;
                if (key.attachment() == null) {
                    key.attach(true);
                    welcomed++;
                    if (welcomed == readers) {
                        System.out.println(CONNECTED);
                        System.out.flush();
                    }
                }
            }
            selector.selectedKeys().clear();
        }
        System.out.println(selector.keys().size() + " " + octets);
        System.out.flush();
    }
}
