package dev.keyrack.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyrack.server.http.ProblemException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureReaderTest {

    private static byte[] file(int width, int height, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage seen(Picture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.content()));
    }

    private static void assertRefused(byte[] content) {
        assertThatThrownBy(() -> PictureReader.read(content)).isInstanceOf(ProblemException.class);
    }

    @Test
    void keepsSmallPicturesAsTheyAreAndScalesWideAndTallOnes() throws IOException {
        assertThat(seen(PictureReader.read(file(400, 300, "png"))).getWidth()).isEqualTo(400);
        BufferedImage wide = seen(PictureReader.read(file(4_000, 2_000, "jpg")));
        assertThat(wide.getWidth()).isEqualTo(1_600);
        assertThat(wide.getHeight()).isEqualTo(800);
        BufferedImage tall = seen(PictureReader.read(file(100, 20_000, "png")));
        assertThat(tall.getWidth()).isEqualTo(16);
        assertThat(tall.getHeight()).isEqualTo(3_200);
        assertThat(seen(PictureReader.read(file(20_000, 1, "png"))).getHeight()).isEqualTo(1);
    }

    @Test
    void keepsNothingThatIsHiddenInTheFile() throws IOException {
        byte[] secret = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        byte[] picture = file(40, 30, "png");
        byte[] laden = Arrays.copyOf(picture, picture.length + secret.length);
        System.arraycopy(secret, 0, laden, picture.length, secret.length);
        assertThat(new String(PictureReader.read(laden).content(), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @Test
    void refusesWhatIsNoPictureOrABrokenOne() throws IOException {
        assertRefused(new byte[0]);
        assertRefused("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
        assertRefused(file(40, 30, "gif"));
        byte[] whole = file(400, 300, "png");
        assertRefused(Arrays.copyOf(whole, whole.length / 2));
        assertRefused(Arrays.copyOf(whole, 20));
    }

    /// A header may say anything: it is refused before a pixel is decoded.
    @Test
    void refusesAPictureThatClaimsToBeHuge() throws IOException {
        byte[] bomb = file(10, 10, "png");
        ByteBuffer header = ByteBuffer.wrap(bomb);
        header.putInt(16, 50_000).putInt(20, 50_000);
        CRC32 checksum = new CRC32();
        checksum.update(bomb, 12, 17);
        header.putInt(29, (int) checksum.getValue());
        assertThatThrownBy(() -> PictureReader.read(bomb))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("24 megapixels");
    }
}
