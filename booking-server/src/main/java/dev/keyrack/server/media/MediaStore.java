package dev.keyrack.server.media;

import dev.keyrack.contract.value.ResourceId;
import dev.keyrack.server.persistence.Transaction;
import java.time.Instant;
import java.util.Optional;

/// The rows of `image`.
final class MediaStore {

    void insert(Transaction tx, String name, ResourceId resource, Picture picture, Instant now) {
        tx.update(
                "insert into image (name, resource_id, media_type, content, created_at) values (?, ?, ?, ?, ?)",
                name,
                resource,
                picture.format(),
                picture.content(),
                now);
    }

    Optional<Picture> find(Transaction tx, String name) {
        return tx.find(
                "select media_type, content from image where name = ?",
                row -> new Picture(row.constant("media_type", Picture.Format.class), row.bytes("content")),
                name);
    }

    boolean delete(Transaction tx, String name, ResourceId resource) {
        return tx.update("delete from image where name = ? and resource_id = ?", name, resource) == 1;
    }
}
