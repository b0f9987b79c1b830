package dev.keyrack.server.media;

/// A picture as the server keeps it: its own encoding, never the bytes that somebody sent.
public final class Picture {

    /// The formats that the server knows.
    public enum Format {
        PNG("image/png", "png"),
        JPEG("image/jpeg", "jpg");

        private final String mediaType;
        private final String ending;

        Format(String mediaType, String ending) {
            this.mediaType = mediaType;
            this.ending = ending;
        }

        String mediaType() {
            return mediaType;
        }

        String ending() {
            return ending;
        }
    }

    private final Format format;
    private final byte[] content;

    Picture(Format format, byte[] content) {
        this.format = format;
        this.content = content.clone();
    }

    Format format() {
        return format;
    }

    byte[] content() {
        return content.clone();
    }
}
