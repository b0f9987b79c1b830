package dev.keyrack.client.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file of a store, and beside it the number of writes that were promised to be in it. H2 takes what is left of a
/// file for an older or an empty store without a word, so what it opens is held against that number.
record StoreFile(Path folder) {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFile.class);

    /// H2 has written three blocks before it keeps anything, and takes fewer for a fault of the disk.
    private static final long LEAST = 3 * 4096;

    private Path file() {
        return folder.resolve("copy.mv.db");
    }

    /// Whether the file is shorter than a store can be.
    boolean isStub() throws IOException {
        return Files.isRegularFile(file()) && Files.size(file()) < LEAST;
    }

    private Path count() {
        return folder.resolve("store.count");
    }

    /// The number that was promised last; 0 if none was, or nobody can tell.
    long promised() {
        if (!Files.exists(count())) {
            return 0;
        }
        try {
            return Long.parseLong(Files.readString(count()).strip());
        } catch (IOException | NumberFormatException e) {
            LOG.warn("How much was written to the local copy in {} cannot be told", folder, e);
            return 0;
        }
    }

    /// To be called after the writes are on the disk, so that the number is never ahead of them. They stand even if it
    /// cannot be written.
    void promise(long writes) {
        try {
            Files.writeString(count(), Long.toString(writes));
        } catch (IOException e) {
            LOG.warn("How much was written to the local copy in {} cannot be noted", folder, e);
        }
    }

    /// Deletes the store, whatever was set aside, and what H2 wrote beside it.
    void delete() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "{copy.*,damaged-*,store.count}")) {
            for (Path file : files) {
                Files.delete(file);
            }
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
            Files.deleteIfExists(count());
            return aside;
        } catch (IOException e) {
            throw new StoreException("The local copy in " + folder + " is damaged and cannot be set aside", e);
        }
    }
}
