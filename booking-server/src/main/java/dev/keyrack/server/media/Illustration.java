package dev.keyrack.server.media;

import dev.keyrack.contract.catalog.ResourceType;
import java.util.Locale;

/// Draws a calm picture of what is sold, by its type and name, for sites that have no photographs.
public final class Illustration {

    private Illustration() {}

    /// The same name gives the same picture.
    public static Picture draw(ResourceType type, String name) {
        String words = name.toLowerCase(Locale.ROOT);
        Brush brush = new Brush();
        switch (type) {
            case HOTEL -> new RoomScene(brush, words).draw();
            case APPOINTMENT -> new PracticeScene(brush, words).draw();
            case EVENT -> new StageScene(brush, words).draw();
        }
        return PictureReader.encode(brush.done(), Picture.Format.JPEG);
    }
}
