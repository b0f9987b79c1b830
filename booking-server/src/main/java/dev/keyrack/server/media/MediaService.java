package dev.keyrack.server.media;

import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.persistence.Transaction;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;

/// Keeps pictures under names that never mean another picture.
public final class MediaService {

    private static final String PATH = "/api/v1/media/";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NAME_BYTES = 16;

    private final Database database;
    private final Clock clock;
    private final MediaStore store = new MediaStore();

    public MediaService(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Reads what somebody sent; see [PictureReader].
    public Picture read(byte[] content) {
        return PictureReader.read(content);
    }

    /// A new path for a picture, as resources name it.
    public String newPath(Picture picture) {
        byte[] name = new byte[NAME_BYTES];
        RANDOM.nextBytes(name);
        return PATH + "med_" + HexFormat.of().formatHex(name) + "."
                + picture.format().ending();
    }

    /// Keeps a picture of a resource that is stored already.
    public void add(Transaction tx, ResourceId resource, String path, Picture picture) {
        store.insert(tx, nameOf(path), resource, picture, clock.instant());
    }

    /// @return false if the resource has no such picture here
    public boolean remove(Transaction tx, ResourceId resource, String path) {
        return store.delete(tx, nameOf(path), resource);
    }

    public static String pathOf(String name) {
        return PATH + name;
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    Picture get(String name) {
        return database.read(tx -> store.find(tx, name))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no such picture."));
    }
}
