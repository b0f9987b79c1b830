package dev.keyrack.client.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One program for each folder: a second start asks the first one, by a loopback port and a secret that stand in the
/// folder, to come to the front.
public final class SingleInstance implements AutoCloseable {

    private static final int SECRET_OCTETS = 16;
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int LONGEST_SECRET = 64;

    private final FileChannel channel;
    private final FileLock lock;
    private final ServerSocket door;
    private final String secret;
    private volatile @Nullable Runnable raised;

    private SingleInstance(FileChannel channel, FileLock lock, ServerSocket door, String secret) {
        this.channel = channel;
        this.lock = lock;
        this.door = door;
        this.secret = secret;
    }

    /// Claims a folder; empty if another program has it, which has then been asked to come to the front.
    public static Optional<SingleInstance> claim(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve("instance.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                knock(folder.resolve("instance.door"));
                return Optional.empty();
            }
            return Optional.of(open(folder.resolve("instance.door"), channel, lock));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static SingleInstance open(Path file, FileChannel channel, FileLock lock) throws IOException {
        byte[] random = new byte[SECRET_OCTETS];
        new SecureRandom().nextBytes(random);
        ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        SingleInstance instance =
                new SingleInstance(channel, lock, door, HexFormat.of().formatHex(random));
        Files.deleteIfExists(file);
        Files.writeString(file, door.getLocalPort() + " " + instance.secret);
        Thread.ofVirtual().name("instance-door").start(instance::answer);
        return instance;
    }

    /// From now on calls this, on a thread of its own, whenever another start asks to come to the front.
    public void onRaise(Runnable toFront) {
        raised = toFront;
    }

    private void answer() {
        while (!door.isClosed()) {
            try (Socket visitor = door.accept()) {
                visitor.setSoTimeout(PATIENCE_MILLIS);
                String said =
                        new String(visitor.getInputStream().readNBytes(LONGEST_SECRET), StandardCharsets.US_ASCII);
                Runnable toFront = raised;
                if (said.equals(secret) && toFront != null) {
                    toFront.run();
                }
            } catch (IOException _) {
                // the door was shut, or the visitor left: the loop looks which
            }
        }
    }

    private static void knock(Path file) throws IOException {
        String[] door = Files.readString(file).split(" ", 2);
        try (Socket first = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(door[0]))) {
            first.getOutputStream().write(door[1].getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
