package dev.keyrack.server.media;

import dev.keyrack.server.http.ProblemException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Reads pictures from strangers. Only what can be seen is kept: it is painted anew, and encoded anew, so that nothing
/// that was hidden in the file survives. One at a time, for one may take much memory.
final class PictureReader {

    private static final int WIDEST = 1_600;
    private static final int TALLEST = 3_200;
    private static final long MOST_PIXELS = 24_000_000;
    private static final float QUALITY = 0.88f;

    private PictureReader() {}

    /// @throws ProblemException MALFORMED_BODY unless it is a whole PNG or JPEG picture of at most 24 megapixels
    static synchronized Picture read(byte[] content) {
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw noPicture();
            }
            ImageReader reader = readers.next();
            try {
                Picture.Format format = format(reader);
                reader.setInput(stream, true, true);
                int orientation = format == Picture.Format.JPEG ? OrientationRule.of(content) : 1;
                return encode(scaled(decode(reader), format, orientation), format);
            } finally {
                reader.dispose();
            }
        } catch (ProblemException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // what a decoder throws at broken files is of many kinds, and always means the same
            throw noPicture();
        }
    }

    private static ProblemException noPicture() {
        return ProblemException.malformed("image", "expected a PNG or JPEG picture");
    }

    private static Picture.Format format(ImageReader reader) throws IOException {
        return switch (reader.getFormatName().toLowerCase(Locale.ROOT)) {
            case "png" -> Picture.Format.PNG;
            case "jpeg", "jpg" -> Picture.Format.JPEG;
            default -> throw noPicture();
        };
    }

    /// The size is believed from the header, before anything is decoded.
    private static BufferedImage decode(ImageReader reader) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
            throw ProblemException.malformed("image", "expected at most 24 megapixels");
        }
        ImageReadParam coarse = reader.getDefaultReadParam();
        int step = Math.max(1, reader.getWidth(0) / (2 * WIDEST));
        coarse.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, coarse);
    }

    private static BufferedImage scaled(BufferedImage image, Picture.Format format, int orientation) {
        boolean aside = OrientationRule.turnsAside(orientation);
        int seenWidth = aside ? image.getHeight() : image.getWidth();
        int seenHeight = aside ? image.getWidth() : image.getHeight();
        boolean wide = (long) seenWidth * TALLEST >= (long) seenHeight * WIDEST;
        int width = wide ? Math.min(seenWidth, WIDEST) : part(seenWidth, Math.min(seenHeight, TALLEST), seenHeight);
        int height = wide ? part(seenHeight, width, seenWidth) : Math.min(seenHeight, TALLEST);
        BufferedImage copy = new BufferedImage(
                width, height, format == Picture.Format.PNG ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        int drawnWidth = aside ? height : width;
        int drawnHeight = aside ? width : height;
        Graphics2D pen = copy.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.transform(OrientationRule.upright(orientation, drawnWidth, drawnHeight));
        pen.drawImage(image, 0, 0, drawnWidth, drawnHeight, null);
        pen.dispose();
        return copy;
    }

    private static int part(int length, int counter, int denominator) {
        return Math.toIntExact(Math.max(1, (long) length * counter / denominator));
    }

    static Picture encode(BufferedImage image, Picture.Format format) {
        ImageWriter writer =
                ImageIO.getImageWritersByMIMEType(format.mediaType()).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (format == Picture.Format.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException("A picture could not be encoded", e);
        } finally {
            writer.dispose();
        }
        return new Picture(format, bytes.toByteArray());
    }
}
