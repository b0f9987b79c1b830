package dev.keyrack.desktop.form;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// A QR code (ISO/IEC 18004), black on white in every theme, so that a telephone reads it.
public final class QrView extends ImageView {

    private static final int QUIET_ZONE = 4;

    private int largest = 220;

    public QrView() {
        setSmooth(false);
    }

    /// @param pixels the most that a side may have
    public void setLargest(int pixels) {
        largest = pixels;
    }

    public int getLargest() {
        return largest;
    }

    /// @param text what the telephone is to read; empty for no code
    public void show(String text) {
        setImage(text.isEmpty() ? null : draw(encode(text)));
    }

    private static BitMatrix encode(String text) {
        try {
            var hints =
                    Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, QUIET_ZONE);
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a code", e);
        }
    }

    private WritableImage draw(BitMatrix modules) {
        int scale = Math.max(1, largest / modules.getWidth());
        int pixels = modules.getWidth() * scale;
        WritableImage image = new WritableImage(pixels, pixels);
        PixelWriter pen = image.getPixelWriter();
        for (int y = 0; y < pixels; y++) {
            for (int x = 0; x < pixels; x++) {
                pen.setColor(x, y, modules.get(x / scale, y / scale) ? Color.BLACK : Color.WHITE);
            }
        }
        return image;
    }
}
