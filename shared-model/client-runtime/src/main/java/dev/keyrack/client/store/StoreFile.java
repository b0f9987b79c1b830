package dev.keyrack.client.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file of a store, and beside it the number of writes that were promised to be in it. H2 takes the rest of a file
/// for an older or an empty store without a word, so what it opens is held against that number.
record StoreFile(Path folder) {

    /// H2 begins an encrypted file with it.
    private static final byte[] MAGIC = "H2encrypt\n".getBytes(StandardCharsets.US_ASCII);

    /// Three blocks are there from the beginning.
    private static final long LEAST = 3 * 4096;

    private Path file() {
        return folder.resolve("copy.mv.db");
    }

    private Path count() {
        return folder.resolve("store.count");
    }

    private StoreException broken(IOException e) {
        return new StoreException("The local copy in " + folder + " cannot be opened", e);
    }

    boolean exists() {
        return Files.exists(file());
    }

    /// Whether the file cannot be what a store left behind.
    boolean isTorn() {
        if (!exists()) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file())) {
            ByteBuffer start = ByteBuffer.allocate(MAGIC.length);
            channel.read(start);
            return channel.size() < LEAST || !start.flip().equals(ByteBuffer.wrap(MAGIC));
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /// The number that was promised last; 0 if none was.
    long promised() {
        try {
            String text = Files.exists(count()) ? Files.readString(count()).strip() : "";
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /// To be called after the writes are on the disk, so that the number is never ahead of them.
    void promise(long writes) {
        try {
            Files.writeString(count(), Long.toString(writes));
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /// Gives the file another name, which it returns, so that a new store can be begun.
    Path setAside() {
        int number = 1;
        while (Files.exists(folder.resolve("damaged-" + number + ".mv.db"))) {
            number++;
        }
        try {
            Path aside = Files.move(file(), folder.resolve("damaged-" + number + ".mv.db"));
            promise(0);
            return aside;
        } catch (IOException e) {
            throw broken(e);
        }
    }
}
