package dev.keyrack.server.media;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Which way up a JPEG picture is: cameras write it beside the pixels (Exif 2.3, tag 0x0112), which are then painted
/// so.
final class OrientationRule {

    private static final int EXIF_SEGMENT = 0xE1;
    private static final int START_OF_PIXELS = 0xDA;
    private static final int TAG = 0x0112;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private OrientationRule() {}

    /// 1 to 8 as Exif counts; 1, upright, where nothing readable is said.
    static int of(byte[] file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(file);
            int at = 2;
            while ((bytes.get(at) & 0xFF) == 0xFF && (bytes.get(at + 1) & 0xFF) != START_OF_PIXELS) {
                boolean exif = (bytes.get(at + 1) & 0xFF) == EXIF_SEGMENT
                        && bytes.slice(at + 4, EXIF.length).equals(ByteBuffer.wrap(EXIF));
                int length = bytes.getShort(at + 2) & 0xFFFF;
                if (exif) {
                    return ofTags(bytes.slice(at + 4 + EXIF.length, length - 2 - EXIF.length));
                }
                at += 2 + length;
            }
            return 1;
        } catch (IndexOutOfBoundsException e) {
            // cut off or nonsense: then it says nothing
            return 1;
        }
    }

    private static int ofTags(ByteBuffer tags) {
        tags.order(tags.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int at = tags.getInt(4);
        int count = tags.getShort(at) & 0xFFFF;
        for (int i = 0; i < count; i++) {
            int entry = at + 2 + 12 * i;
            if ((tags.getShort(entry) & 0xFFFF) == TAG) {
                int orientation = tags.getShort(entry + 8);
                return orientation >= 1 && orientation <= 8 ? orientation : 1;
            }
        }
        return 1;
    }

    /// Whether width and height change places.
    static boolean turnsAside(int orientation) {
        return orientation >= 5;
    }

    /// Brings a picture of this width and height upright.
    static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
