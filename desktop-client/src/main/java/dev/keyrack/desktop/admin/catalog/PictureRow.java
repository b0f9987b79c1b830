package dev.keyrack.desktop.admin.catalog;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/// A picture of a resource; without octets while the server has not given it.
final class PictureRow {

    private final String path;
    private final String name;
    private final byte[] octets;

    /// @param path as the resource names it
    PictureRow(String path, String name, byte[] octets) {
        this.path = path;
        this.name = name;
        this.octets = octets;
    }

    String path() {
        return path;
    }

    String name() {
        return name;
    }

    InputStream read() {
        return new ByteArrayInputStream(octets);
    }

    boolean isLoaded() {
        return octets.length > 0;
    }
}
