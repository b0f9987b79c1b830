package dev.keyrack.kiosk.ticket;

import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// Draws a QR code with whole pixels, black on white in every theme, so that a scanner reads it.
public final class QrView extends ImageView {

    private static final int WANTED = 380;

    public QrView() {
        setSmooth(false);
    }

    public void show(QrCode code) {
        int scale = Math.max(1, WANTED / code.size());
        setImage(draw(code, scale));
    }

    private static Image draw(QrCode code, int scale) {
        int pixels = code.size() * scale;
        WritableImage image = new WritableImage(pixels, pixels);
        for (int y = 0; y < pixels; y++) {
            for (int x = 0; x < pixels; x++) {
                image.getPixelWriter().setColor(x, y, code.isBlack(x / scale, y / scale) ? Color.BLACK : Color.WHITE);
            }
        }
        return image;
    }
}
