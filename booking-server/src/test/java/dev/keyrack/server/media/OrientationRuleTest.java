package dev.keyrack.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationRuleTest {

    /// Red in the corner at the top left, blue else; as a camera would write it that was held so.
    private static byte[] photograph(int orientation, ByteOrder order) throws IOException {
        BufferedImage image = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, 64, 32);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 32, 16);
        pen.dispose();
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", plain);
        byte[] file = plain.toByteArray();
        ByteBuffer whole = ByteBuffer.allocate(file.length + 36);
        whole.put(file, 0, 2).putShort((short) 0xFFE1).putShort((short) 34);
        whole.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        whole.order(order).put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
        whole.putShort((short) 42).putInt(8).putShort((short) 1);
        whole.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        whole.putInt(0);
        whole.put(file, 2, file.length - 2);
        return whole.array();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 64, left, top",
        "2, 64, right, top",
        "3, 64, right, bottom",
        "4, 64, left, bottom",
        "5, 32, left, top",
        "6, 32, right, top",
        "7, 32, right, bottom",
        "8, 32, left, bottom"
    })
    void paintsAPhotographAsItWasSeen(int orientation, int width, String side, String edge) throws IOException {
        byte[] content = PictureReader.read(photograph(orientation, ByteOrder.BIG_ENDIAN))
                .content();
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(content));
        assertThat(seen.getWidth()).isEqualTo(width);
        int x = side.equals("left") ? 4 : seen.getWidth() - 5;
        int y = edge.equals("top") ? 4 : seen.getHeight() - 5;
        assertThat(new Color(seen.getRGB(x, y)).getRed()).isGreaterThan(200);
        assertThat(new Color(seen.getRGB(seen.getWidth() - 1 - x, y)).getRed()).isLessThan(60);
        assertThat(new Color(seen.getRGB(x, seen.getHeight() - 1 - y)).getRed()).isLessThan(60);
        assertThat(OrientationRule.of(content)).isEqualTo(1);
    }

    @Test
    void readsBothByteOrdersAndBelievesNoNonsense() throws IOException {
        assertThat(OrientationRule.of(photograph(6, ByteOrder.LITTLE_ENDIAN))).isEqualTo(6);
        assertThat(OrientationRule.of(photograph(99, ByteOrder.BIG_ENDIAN))).isEqualTo(1);
        assertThat(OrientationRule.of(new byte[0])).isEqualTo(1);
        byte[] whole = photograph(6, ByteOrder.BIG_ENDIAN);
        for (int length = 0; length < 38; length++) {
            assertThat(OrientationRule.of(Arrays.copyOf(whole, length))).isBetween(1, 8);
        }
    }
}
