package dev.keyrack.desktop.admin.catalog;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/// A picture of a resource; without octets while the server has not given it.
///
/// @param path as the resource names it
record PictureRow(String path, String name, byte[] octets) {

    InputStream read() {
        return new ByteArrayInputStream(octets);
    }

    boolean loaded() {
        return octets.length > 0;
    }
}
